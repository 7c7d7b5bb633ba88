import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import type { Collection } from "@/lib/questions/collections";
import type { Difference } from "@/lib/questions/differences";
import type { PlacedProblem, Verdict } from "./judge";
import { workbookStage, type WorkbookStage } from "./stage";
import type { Review } from "./summary";

/** A workbook as its sender sees it. */
export interface SentWorkbookOf {
  id: number;
  fileName: string;
  hash: string;
  size: number;
  sentAt: Date;
  expiresAt: Date;
  stage: WorkbookStage;
  done: number;
  toDo: number;
  problem: string | null;
  review: Review | null;
  filedAt: Date | null;
  reference: string | null;
}

type Stored = Awaited<ReturnType<typeof db.workbook.findMany>>[number];

const shown = (row: Stored, now: Date): SentWorkbookOf => ({
  ...row,
  stage: workbookStage(row, now),
  review: row.review as unknown as Review | null,
});

/** The workbooks that someone sent and that are still kept, newest first. */
export async function workbooksOf(user: User, now: Date): Promise<SentWorkbookOf[]> {
  allow(user, "send a workbook");
  const rows = await db.workbook.findMany({
    where: { accountId: user.id, expiresAt: { gt: now } },
    orderBy: { id: "desc" },
    take: 100,
  });
  return rows.map((row) => shown(row, now));
}

/** One workbook of one's own; null if there is none, any more. */
export async function workbookOf(user: User, id: number, now: Date): Promise<SentWorkbookOf | null> {
  allow(user, "send a workbook");
  const row = await db.workbook.findFirst({ where: { id, accountId: user.id, expiresAt: { gt: now } } });
  return row && shown(row, now);
}

/** A return of a workbook, and what it changes. */
export interface ReviewedReturn {
  nth: number;
  locationId: number;
  location: string;
  /** The return's, or null for answers to a survey, whose title is there then. */
  collection: Collection | null;
  survey: { title: string } | null;
  verdict: Verdict;
  asks: boolean;
  problems: PlacedProblem[];
  differences: Difference[];
}

/** A page of what a workbook of one's own would file, in the order of the file. */
export async function workbookReturns(
  user: User,
  id: number,
  { page, size, verdict }: { page: number; size: number; verdict?: Verdict | undefined },
): Promise<{ rows: ReviewedReturn[]; total: number }> {
  allow(user, "send a workbook");
  const where = { workbookId: id, workbook: { accountId: user.id }, ...(verdict && { verdict }) };
  const rows = await db.workbookRow.findMany({
    where,
    orderBy: { nth: "asc" },
    skip: (page - 1) * size,
    take: size,
    include: { survey: { select: { title: true } } },
  });
  return { rows: rows as unknown as ReviewedReturn[], total: await db.workbookRow.count({ where }) };
}

/** The receipts of what was filed with a workbook of one's own. */
export async function workbookReceipts(user: User, id: number, { page, size }: { page: number; size: number }) {
  allow(user, "send a workbook");
  const where = { workbookId: id, workbook: { accountId: user.id } };
  const rows = await db.workbookReturn.findMany({
    where,
    orderBy: { returnId: "asc" },
    skip: (page - 1) * size,
    take: size,
    select: {
      return: {
        select: {
          reference: true,
          collection: true,
          nilReason: true,
          late: true,
          location: { select: { id: true, name: true } },
        },
      },
    },
  });
  return { rows: rows.map((row) => row.return), total: await db.workbookReturn.count({ where }) };
}

/** The answers to surveys that were sent with a workbook of one's own, on the pages that follow its receipts. */
export async function workbookAnswers(user: User, id: number, { page, size }: { page: number; size: number }) {
  allow(user, "send a workbook");
  const before = await db.workbookReturn.count({ where: { workbookId: id, workbook: { accountId: user.id } } });
  const from = (page - 1) * size - before;
  const where = { workbookId: id, workbook: { accountId: user.id } };
  const survey = { select: { survey: { select: { id: true, title: true } } } };
  const rows = await db.workbookAnswer.findMany({
    where,
    orderBy: { answerId: "asc" },
    skip: Math.max(0, from),
    take: Math.max(0, Math.min(size, size + from)),
    select: { answer: { select: { location: { select: { id: true, name: true } }, version: survey } } },
  });
  const listed = rows.map(({ answer: { location, version } }) => ({ location, survey: version.survey }));
  return { rows: listed, total: await db.workbookAnswer.count({ where }) };
}

/** The file of a workbook as it was sent, for its sender alone; null for others, and once it is gone. */
export async function workbookFile(
  user: User,
  id: number,
  now: Date,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  allow(user, "send a workbook");
  const found = await db.workbook.findFirst({
    where: { id, accountId: user.id, expiresAt: { gt: now } },
    select: { fileName: true, file: { select: { bytes: true } } },
  });
  return found?.file ? { name: found.fileName, bytes: found.file.bytes } : null;
}
