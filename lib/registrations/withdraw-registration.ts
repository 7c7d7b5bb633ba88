import { system, transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { registrationAt } from "./registration-link";

/**
 * Withdraws what a registration is still waiting for, with the link in its email: all of it, or only these requests.
 * What has been decided stays.
 */
export async function withdrawRegistration(
  secret: string,
  requestIds: readonly number[] | "all",
  now: Date,
): Promise<Outcome<null>> {
  const registration = await registrationAt(secret, now);
  if (!registration) return refused({ message: "This link does not work. Use the one in our latest email" });
  if (requestIds.length === 0) return refused({ field: "request", message: "Choose what to withdraw" });
  const which = requestIds === "all" ? {} : { id: { in: [...requestIds] } };
  const { count } = await transact(system("registration"), "withdrew what they had asked for", (tx) =>
    tx.accessRequest.updateMany({
      where: { ...which, registrationId: registration.id, decidedAt: null },
      data: { decidedAt: now, decision: "withdrawn" },
    }),
  );
  return count > 0 ? done(null) : refused({ message: "This has already been decided or withdrawn" });
}
