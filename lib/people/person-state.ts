import { passwordExpires } from "@/lib/accounts/purpose-after";
import { credentialsUntil } from "@/lib/accounts/credentials-until";

/** How long before a password expires it is shown as expiring: as long as the first reminder. */
export const expiresSoonMs = 18 * 24 * 60 * 60_000;

export interface SignInFacts {
  deactivatedAt: Date | null;
  passwordSetAt: Date | null;
  credentialsIssuedAt: Date | null;
  locked: boolean;
}

export type PersonState =
  "closed" | "locked" | "waiting" | "login details expired" | "password expired" | "expiring" | "well";

/** The state of an account, by what matters most to the people who look after it. */
export function stateOf(
  { deactivatedAt, passwordSetAt, credentialsIssuedAt, locked }: SignInFacts,
  now: Date,
): PersonState {
  if (deactivatedAt) return "closed";
  if (locked) return "locked";
  if (passwordSetAt === null)
    return credentialsIssuedAt !== null && credentialsUntil(credentialsIssuedAt) > now
      ? "waiting"
      : "login details expired";
  const expires = passwordExpires(passwordSetAt);
  if (expires === null) return "well";
  if (expires <= now) return "password expired";
  return expires.getTime() - now.getTime() <= expiresSoonMs ? "expiring" : "well";
}
