import { db, system, transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";

const hourMs = 3_600_000;

/**
 * Tells support of registrations that have waited longer than REGISTRATION_WAITING_HOURS, if some are new since it last
 * told them.
 */
export async function reportWaitingRegistrations(now: Date): Promise<string> {
  const { REGISTRATION_WAITING_HOURS: hours, SUPPORT_EMAIL } = env();
  const waiting = { decidedAt: null, requestedAt: { lte: new Date(now.getTime() - hours * hourMs) } };
  const overdue = await db.accessRequest.findMany({
    where: waiting,
    select: { id: true, requestedAt: true, remindedAt: true, registrationId: true, accountId: true },
    orderBy: { requestedAt: "asc" },
  });
  const [oldest] = overdue;
  const unheard = overdue.filter(({ remindedAt }) => remindedAt === null).map(({ id }) => id);
  if (!oldest || unheard.length === 0) return "No new registrations are overdue";
  const people = new Set(overdue.map(({ registrationId, accountId }) => `${registrationId} ${accountId}`)).size;
  await transact(system("scheduled work"), "support was told that it waits too long", async (tx) => {
    await tx.accessRequest.updateMany({ where: { id: { in: unheard } }, data: { remindedAt: now } });
    const props = { waiting: people, oldest: oldest.requestedAt, hours, path: "/admin/registrations" };
    await queueEmail(tx, { template: "registrations-overdue", to: SUPPORT_EMAIL, props }, now);
  });
  return `${formatCount("request", unheard.length)} reported to support`;
}
