import type { Prisma } from "@/lib/db";
import { hasStopped } from "./silence";

/** The stages of an uploaded file, from being sent to being imported. */
export type UploadStage = "previewing" | "previewed" | "importing" | "imported" | "refused" | "stalled";

type Known = Pick<Prisma.ImportUploadGetPayload<object>, "problem" | "result" | "confirmedAt" | "preview" | "seenAt">;

/** The stage of an uploaded file now. */
export function uploadStage({ problem, result, confirmedAt, preview, seenAt }: Known, now: Date): UploadStage {
  if (problem !== null) return "refused";
  if (result !== null) return "imported";
  if (confirmedAt === null && preview !== null) return "previewed";
  if (hasStopped(seenAt, now)) return "stalled";
  return confirmedAt === null ? "previewing" : "importing";
}
