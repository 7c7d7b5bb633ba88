import type { Problem } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";

/** Limits how often an email address can be typed, by anyone. The limit for one place is a last resort. */
export const limitRegistering = async (address: string | null, email: string): Promise<Problem | null> =>
  (await limited("register", email)) ?? (await limited("register from one place", address));

/** Limits how often codes are emailed to an address, too. */
export const limitCodes = async (address: string | null, email: string): Promise<Problem | null> =>
  (await limitRegistering(address, email)) ?? (await limited("code", email));
