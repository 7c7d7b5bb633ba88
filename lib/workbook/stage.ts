import { hasStopped } from "@/lib/uploads/silence";

/** The stages of a workbook, from being sent to being filed. */
export type WorkbookStage = "to agree" | "reading" | "to review" | "filing" | "filed" | "refused" | "stopped";

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
  if (hasStopped(seenAt, now)) return "stopped";
  return acceptedAt === null ? "reading" : "filing";
}
