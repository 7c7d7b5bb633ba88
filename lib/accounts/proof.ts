import type { User } from "@/lib/access/user";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { done, proofField, refused, type Outcome, type Problem } from "@/lib/outcome";
import { passwordAgain } from "./password-again";

/** Was the password given lately enough in this session for acts on other people? Always, where the setting is 0. */
export function isProven({ passwordAt }: User, now: Date): boolean {
  const minutes = env().PROOF_MINUTES;
  return minutes === 0 || (passwordAt !== undefined && now.getTime() - passwordAt.getTime() <= minutes * 60_000);
}

/** How long a password counts, in words: "15 minutes". */
export const proofLasts = (): string => formatCount("minute", env().PROOF_MINUTES);

/**
 * Makes sure that it is still the person themselves at the keyboard: where the password was given too long ago it is
 * asked for beside the form, and what was typed stays. A right one counts for the whole session from then on.
 */
export async function proveAgain(user: User, password: string | undefined, now: Date): Promise<Outcome<null>> {
  if (isProven(user, now)) return done(null);
  return password === undefined ? refused(proofWanted()) : passwordAgain(user, proofField, password, now);
}

/** What is asked for where the password was given too long ago. */
export const proofWanted = (): Problem => ({
  field: proofField,
  message: `Enter your password: you last entered it over ${proofLasts()} ago`,
});
