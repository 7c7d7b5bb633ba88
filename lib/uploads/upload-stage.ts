import type { Prisma } from "@/lib/db";

/** The stages of an uploaded file, from being sent to being imported. */
export type UploadStage = "previewing" | "previewed" | "importing" | "imported" | "refused" | "stalled";

type Known = Pick<Prisma.ImportUploadGetPayload<object>, "problem" | "result" | "confirmedAt" | "preview" | "seenAt">;

/** Whoever works on a file gives a sign every two seconds: after so long without any they are gone. */
export const silentMs = 2 * 60_000;

export function uploadStage({ problem, result, confirmedAt, preview, seenAt }: Known, now: Date): UploadStage {
  if (problem !== null) return "refused";
  if (result !== null) return "imported";
  if (confirmedAt === null && preview !== null) return "previewed";
  if (now.getTime() - seenAt.getTime() > silentMs) return "stalled";
  return confirmedAt === null ? "previewing" : "importing";
}
