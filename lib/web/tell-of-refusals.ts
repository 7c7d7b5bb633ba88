import type { User } from "@/lib/access/user";
import { system, transact } from "@/lib/db";
import { env } from "@/lib/env";
import { queueEmail } from "@/lib/outbox/queue-email";

export interface RefusedRequest {
  user: Pick<User, "id" | "name" | "email" | "session">;
  /** What they tried to do, in the policy's words; "see" for a page. */
  verb: string;
  /** What they tried to do it to: the path, and the numbers in a form. */
  target: string;
  /** The internet address they came from. */
  address: string | null;
}

/**
 * Emails support about an account that was refused many times within a minute, at most once an hour for each account.
 */
export async function tellOfRefusals(refused: RefusedRequest & { times: number }, now: Date): Promise<void> {
  const { user, times, target, address } = refused;
  const props = {
    name: user.name,
    email: user.email,
    times,
    at: now,
    last: target,
    from: address ?? "not known",
    path: `/admin/people/${user.id}`,
  };
  const uniqueKey = `refused-often:${user.id}:${now.toISOString().slice(0, 13)}`;
  const message = { template: "refused-often", to: env().SUPPORT_EMAIL, props, uniqueKey } as const;
  await transact(system("refusals"), "one account was refused many times within a minute", (tx) =>
    queueEmail(tx, message, now),
  );
}
