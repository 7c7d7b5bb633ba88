import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { checkLines, type CheckedLine, type Verdict } from "./check-lines";
import type { ManagerLine } from "./columns";
import { knownOf } from "./known";

export interface PreviewLine extends CheckedLine {
  /** What came of it, once it was done. */
  result: string | null;
}

/** A spreadsheet of managers with what each line will do, or did; null where there is none any more. */
export async function preRegistration(user: User, id: number, now: Date) {
  allow(user, "support people");
  const file = await db.preRegistration.findUnique({
    where: { id },
    include: { results: true, madeBy: { select: { fullName: true } }, confirmedBy: { select: { fullName: true } } },
  });
  if (!file || file.expiresAt <= now) return null;
  const typed = file.rows as unknown as ManagerLine[];
  const results = new Map(file.results.map(({ line, result }) => [line, result]));
  const checked = checkLines(typed, await knownOf(db, typed, now));
  const lines = checked.map((line): PreviewLine => ({ ...line, result: results.get(line.line) ?? null }));
  const count = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict).length;
  return {
    id,
    fileName: file.fileName,
    madeAt: file.madeAt,
    madeBy: file.madeBy.fullName,
    confirmedAt: file.confirmedAt,
    confirmedBy: file.confirmedBy?.fullName ?? null,
    finishedAt: file.finishedAt,
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
  allow(user, "support people");
  return db.preRegistration.findMany({
    where: { expiresAt: { gt: now } },
    select: {
      id: true,
      fileName: true,
      madeAt: true,
      confirmedAt: true,
      finishedAt: true,
      madeBy: { select: { fullName: true } },
      _count: { select: { results: true } },
    },
    orderBy: { id: "desc" },
    take: 50,
  });
}
