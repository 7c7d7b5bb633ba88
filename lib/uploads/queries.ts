import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import type { ImportReport, ImportNotice } from "@/lib/registers/import/tally";
import type { ImportRun } from "@/lib/locations/queries";
import { uploadStage, type UploadStage } from "./upload-stage";

/** An uploaded register file as its page shows it. */
export interface Upload {
  id: number;
  register: string;
  fileName: string;
  full: boolean;
  size: number;
  madeAt: Date;
  madeBy: string;
  confirmedBy: string | null;
  stage: UploadStage;
  rowsRead: number;
  problem: string | null;
  /** What it would change, and what it did. */
  preview: ImportReport | null;
  result: ImportReport | null;
}

const people = { madeBy: { select: { fullName: true } }, confirmedBy: { select: { fullName: true } } } as const;

/** The uploaded files that are still here, newest first; none for who may not import. */
export async function uploads(user: User, now: Date): Promise<Upload[]> {
  if (!can(user, "import registers")) return [];
  const where = { kind: "register", expiresAt: { gt: now } };
  const rows = await db.importUpload.findMany({ where, include: people, orderBy: { id: "desc" }, take: 20 });
  return rows.map((row) => shown(row, now));
}

/** One uploaded file; null if there is none, or no longer, or this is not for them. */
export async function upload(user: User, id: number, now: Date): Promise<Upload | null> {
  if (!can(user, "import registers")) return null;
  const row = await db.importUpload.findFirst({
    where: { id, kind: "register", expiresAt: { gt: now } },
    include: people,
  });
  return row && shown(row, now);
}

const shown = (row: Prisma.ImportUploadGetPayload<{ include: typeof people }>, now: Date): Upload => ({
  ...row,
  register: row.register ?? "",
  full: row.full ?? false,
  madeBy: row.madeBy.fullName,
  confirmedBy: row.confirmedBy?.fullName ?? null,
  stage: uploadStage(row, now),
  preview: row.preview as unknown as ImportReport | null,
  result: row.result as unknown as ImportReport | null,
});

/** A page of the runs of imports, newest first unless asked otherwise, and how many there are; none for who may not import. */
export async function importRunsPage(
  user: User,
  { page, size, oldestFirst = false }: { page: number; size: number; oldestFirst?: boolean },
): Promise<{ rows: ImportRun[]; total: number }> {
  if (!can(user, "import registers")) return { rows: [], total: 0 };
  const rows = await db.importRun.findMany({
    orderBy: { id: oldestFirst ? "asc" : "desc" },
    skip: (page - 1) * size,
    take: size,
  });
  return { rows, total: await db.importRun.count() };
}

/** One run of an import with its reasons and notices; null if there is none, or this is not for them. */
export async function importRun(user: User, id: number): Promise<(ImportRun & ImportReport) | null> {
  const run = can(user, "import registers") ? await db.importRun.findUnique({ where: { id } }) : null;
  if (!run) return null;
  const noted = run.notices as unknown as (ImportNotice & { skipped?: true })[];
  const listed = (skipped: boolean) => noted.filter((one) => (one.skipped === true) === skipped);
  return { ...run, reasons: listed(true), notices: listed(false) } as ImportRun & ImportReport;
}
