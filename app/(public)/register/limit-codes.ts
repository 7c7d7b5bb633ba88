import type { Problem } from "@/lib/outcome";
import { limited } from "@/lib/web/rate-limit";

/** Codes are mailed to an address only so often, and for a caller as often as they may register. */
export const limitCodes = async (address: string | null, email: string): Promise<Problem | null> =>
  (await limited("register", address)) ?? (await limited("code", email));
