import type { Transaction } from "@/lib/db";
import { queueEmails, type Message } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";
import { approversOf, type Approver } from "./approvers";

/** A request that has just been made, as the people who decide are told about it. */
export interface MadeRequest {
  id: number;
  locationId: number | null;
  areaId: number | null;
  place: string;
}

export interface Asker {
  fullName: string;
  email: string;
  jobTitle: string;
  approver: boolean;
}

/**
 * Emails the people who decide: each approver once, with all their requests, and support with those that have no
 * approver. Answers with who decides about each request.
 */
export async function tellDeciders(
  tx: Transaction,
  template: "registration-waiting" | "access-requested",
  asker: Asker,
  made: readonly MadeRequest[],
  now: Date,
): Promise<Approver[][]> {
  const deciders: Approver[][] = [];
  const theirs = new Map<string, { accountId?: number; requests: MadeRequest[] }>();
  for (const request of made) {
    const approvers = (await approversOf(tx, request, now)).filter(({ email }) => email !== asker.email);
    deciders.push(approvers);
    const to = approvers.length > 0 ? approvers : [{ id: undefined, email: env().SUPPORT_EMAIL }];
    for (const { id, email } of to) {
      const before = theirs.get(email) ?? { ...(id !== undefined && { accountId: id }), requests: [] };
      theirs.set(email, { ...before, requests: [...before.requests, request] });
    }
  }
  const messages = [...theirs].map(([to, { accountId, requests }]): Message => ({
    template,
    to,
    ...(accountId !== undefined && { accountId }),
    props: {
      name: asker.fullName,
      email: asker.email,
      jobTitle: asker.jobTitle,
      places: requests.map(({ place }) => place),
      approver: asker.approver,
      path: requests.length === 1 ? `/accounts/requests/${requests[0]?.id}` : "/accounts/requests",
    },
  }));
  await queueEmails(tx, messages, now);
  return deciders;
}
