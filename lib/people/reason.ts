import { plainText } from "@/lib/outbox/plain-text";
import { done, refusedAt, type Outcome } from "@/lib/outcome";

const longest = 500;

/** Why something is done to someone's account, in words that are kept and that the person may read. */
export function reasonGiven(typed: string, field = "reason"): Outcome<string> {
  const reason = typed.trim();
  if (plainText(reason) === "") return refusedAt(field, "Enter the reason. We keep it, and the person may read it");
  if (reason.length > longest) return refusedAt(field, `Use ${longest} characters or fewer`);
  return done(reason);
}
