/** Warnings that the person has ticked as right: code to reason, "" where none was given. */
export type Accepted = ReadonlyMap<string, string>;

export const acceptField = (code: string): string => `accept.${code}`;
export const reasonField = (code: string): string => `reason.${code}`;

const longestReason = 500;

/** The ticks and reasons among what a form posted. */
export function acceptedIn(typed: Readonly<Record<string, string>>): Accepted {
  const accepted = new Map<string, string>();
  for (const field in typed) {
    if (!field.startsWith("accept.") || typed[field]?.trim().toLowerCase() !== "yes") continue;
    const code = field.slice("accept.".length);
    accepted.set(code, (typed[reasonField(code)] ?? "").replaceAll("\u0000", "").trim().slice(0, longestReason));
  }
  return accepted;
}
