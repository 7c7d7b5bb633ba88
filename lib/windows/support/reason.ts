import type { Problem } from "@/lib/outcome";

const longest = 500;

/** The reason that was typed, trimmed, and what is wrong with it, if anything. */
export function readReason(typed: string): { reason: string; problems: Problem[] } {
  const reason = typed.replaceAll("\u0000", "").trim();
  if (reason === "") return { reason, problems: [{ field: "reason", message: "Enter the reason" }] };
  if (reason.length > longest)
    return { reason, problems: [{ field: "reason", message: `The reason must be ${longest} characters or fewer` }] };
  return { reason, problems: [] };
}
