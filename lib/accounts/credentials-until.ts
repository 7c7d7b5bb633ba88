import { env } from "@/lib/env";

/** Until when login details that were sent at `issuedAt` let someone in. */
export const credentialsUntil = (issuedAt: Date): Date =>
  new Date(issuedAt.getTime() + env().CREDENTIALS_HOURS * 60 * 60_000);
