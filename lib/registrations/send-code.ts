import { queueEmail } from "@/lib/outbox/queue-email";
import { system, transact, type Prisma } from "@/lib/db";
import { dayOf } from "@/lib/london";
import type { Draft } from "./answers";
import { accountAt } from "./draft-queries";

/**
 * Emails the six digits that prove an address is someone's own. If the address has an account, we email it to say so
 * instead, and the page continues in the same way. A code that was sent before no longer works.
 */
export async function sendCode(id: string, draft: Draft & { email: string }, now: Date): Promise<void> {
  const { vouched, ...rest } = draft;
  const issue = (draft.code?.issue ?? 0) + 1;
  const answers: Draft = { ...rest, code: { issue, at: now.toISOString(), wrong: 0 } };
  await transact(system("registration"), "a code to confirm an address", async (tx) => {
    await tx.registrationDraft.updateMany({ where: { id }, data: { answers: answers as Prisma.InputJsonObject } });
    const account = await accountAt(tx, draft.email);
    if (account === null)
      return queueEmail(
        tx,
        { template: "registration-code", to: draft.email, props: { draftId: codeName(id, issue) } },
        now,
      );
    const uniqueKey = `already-registered:${account.id}:${dayOf(now)}`;
    return queueEmail(
      tx,
      { template: "already-registered", to: account.email, accountId: account.id, props: {}, uniqueKey },
      now,
    );
  });
}

/** What a code is worked out from: the draft and the number of the code, so that each email has its own code. */
export const codeName = (id: string, issue: number): string => `${id}.${issue}`;
