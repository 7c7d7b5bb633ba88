import type { Problem } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";

/** An address is typed only so often, whoever types it; the place it is typed at is a last bound. */
export const limitRegistering = async (address: string | null, email: string): Promise<Problem | null> =>
  (await limited("register", email)) ?? (await limited("register from one place", address));

/** Codes are emailed to an address only so often too. */
export const limitCodes = async (address: string | null, email: string): Promise<Problem | null> =>
  (await limitRegistering(address, email)) ?? (await limited("code", email));
