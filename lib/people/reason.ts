import { plainText } from "@/lib/outbox/plain-text";
import { done, refusedAt, type Outcome } from "@/lib/outcome";

const longest = 500;

const called = { reason: "the reason", answer: "your answer" } as const;

/** Why something is done to someone's account, or what they are answered: kept, and the person may read it. */
export function reasonGiven(typed: string, field: keyof typeof called = "reason"): Outcome<string> {
  const reason = typed.trim();
  const what = called[field];
  if (plainText(reason) === "") return refusedAt(field, `Enter ${what}. We keep it, and the person may read it`);
  if (reason.length > longest)
    return refusedAt(field, `${what[0]?.toUpperCase()}${what.slice(1)} must be ${longest} characters or fewer`);
  return done(reason);
}
