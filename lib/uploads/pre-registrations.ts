import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { checkLines, type CheckedLine, type LineVerdict } from "@/lib/people/pre-registration/check-lines";
import { knownRecordsOf } from "@/lib/people/pre-registration/known-records";
import { uploadKinds, type ManagersPreview } from "./kinds";
import { uploadStage } from "./upload-stage";

export interface PreviewLine extends CheckedLine {
  /** Result, once it was done. */
  result: string | null;
}

/** A spreadsheet of managers with what each line will do, or did; null if there is none any more. */
export async function preRegistration(user: User, id: number, now: Date) {
  allow(user, uploadKinds["pre-registration"].act);
  const file = await db.importUpload.findUnique({
    where: { id, kind: "pre-registration" },
    include: { lines: true, madeBy: { select: { fullName: true } }, confirmedBy: { select: { fullName: true } } },
  });
  if (!file || file.expiresAt <= now) return null;
  const typed = (file.preview as unknown as ManagersPreview).lines;
  const results = new Map(file.lines.map(({ line, result }) => [line, result]));
  const checked = checkLines(typed, await knownRecordsOf(db, typed, now));
  const lines = checked.map((line): PreviewLine => ({ ...line, result: results.get(line.line) ?? null }));
  const count = (verdict: LineVerdict) => lines.filter((line) => line.verdict === verdict).length;
  return {
    id,
    fileName: file.fileName,
    madeAt: file.madeAt,
    madeBy: file.madeBy.fullName,
    confirmedAt: file.confirmedAt,
    confirmedBy: file.confirmedBy?.fullName ?? null,
    finishedAt: file.result === null ? null : file.seenAt,
    stage: uploadStage(file, now),
    problem: file.problem,
    lines,
    done: results.size,
    counts: {
      accounts: new Set(
        lines.filter(({ verdict }) => verdict === "new account").map(({ email }) => email.toLowerCase()),
      ).size,
      access: count("new account") + count("adds access") + count("raises to approver"),
      nothing: count("nothing to do"),
      refused: count("refused"),
    },
  };
}

/** The spreadsheets of the last days, newest first. */
export async function preRegistrations(user: User, now: Date) {
  allow(user, uploadKinds["pre-registration"].act);
  const files = await db.importUpload.findMany({
    where: { kind: "pre-registration", expiresAt: { gt: now } },
    include: { madeBy: { select: { fullName: true } }, _count: { select: { lines: true } } },
    omit: { preview: true },
    orderBy: { id: "desc" },
    take: 50,
  });
  return files.map(({ id, fileName, madeAt, madeBy, confirmedAt, result, seenAt, _count }) => ({
    id,
    fileName,
    madeAt,
    madeBy: madeBy.fullName,
    confirmedAt,
    finishedAt: result === null ? null : seenAt,
    done: _count.lines,
  }));
}
