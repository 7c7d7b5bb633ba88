/** The stages of a workbook, from being sent to being filed. */
export type WorkbookStage = "to agree" | "reading" | "to review" | "filing" | "filed" | "refused" | "stopped";

/** Whoever works on a workbook gives a sign: after so long without any they are gone. */
export const silentAfter = 3 * 60_000;

interface Known {
  agreedAt: Date | null;
  acceptedAt: Date | null;
  filedAt: Date | null;
  seenAt: Date;
  problem: string | null;
  review: unknown;
}

/** The stage of a workbook now. */
export function workbookStage(
  { agreedAt, acceptedAt, filedAt, seenAt, problem, review }: Known,
  now: Date,
): WorkbookStage {
  if (filedAt) return "filed";
  if (agreedAt === null) return "to agree";
  if (problem !== null) return "refused";
  if (acceptedAt === null && review !== null) return "to review";
  if (now.getTime() - seenAt.getTime() > silentAfter) return "stopped";
  return acceptedAt === null ? "reading" : "filing";
}
