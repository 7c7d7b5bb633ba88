import { system, transact } from "@/lib/db";
import { done, type Outcome } from "@/lib/outcome";

/**
 * Asks, just after registering, to be an approver of the places that have none yet: each needs one first. Requests that
 * have been decided in the meantime are not changed.
 */
export async function askToApprove(registrationId: number, locationIds: readonly number[]): Promise<Outcome<null>> {
  await transact(system("registration"), "asks to be an approver", (tx) =>
    tx.accessRequest.updateMany({
      where: { registrationId, locationId: { in: [...locationIds] }, decidedAt: null, level: "standard" },
      data: { level: "approver" },
    }),
  );
  return done(null);
}
