import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, Prisma, transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { queueDelivery } from "@/lib/outbox/queue-email";
import { isTemplate, templates } from "@/lib/outbox/templates";

/**
 * Sends a message again, for support. One that failed is tried again; of one that was sent a second is made, because
 * the first's id would let a mail program hide it. Refuses one whose text was cleared away. Gives the id of what is
 * sent.
 */
export async function resendEmail(user: User, id: string, now: Date): Promise<Outcome<string>> {
  allow(user, "support people");
  const email = await db.email.findUnique({ where: { id } });
  if (!email || !isTemplate(email.template)) return refused({ message: "There is no such message." });
  if (!templates[email.template].facts.safeParse(email.props).success)
    return refused({ message: "This message cannot be sent again, because its text has been cleared." });
  return transact(user, "message sent again", async (tx) => {
    const copy = { template: email.template, to: email.to, subject: email.subject, accountId: email.accountId };
    const sent = email.sentAt
      ? await tx.email.create({
          data: { ...copy, props: email.props as Prisma.InputJsonObject, queuedAt: now, nextTryAt: now },
        })
      : await tx.email.update({
          where: { id },
          data: { attempts: 0, failedAt: null, bouncedAt: null, lastError: null, nextTryAt: now },
        });
    await queueDelivery(tx, [sent.id]);
    return done(sent.id);
  });
}
