import { endOnLastDay } from "@/lib/access/give";
import { hasRunOut } from "@/lib/access/grants";
import { db, system, transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { formatCount } from "@/lib/format";
import { dayOf } from "@/lib/london";
import { grouped } from "@/lib/returns/reminders/grouped";

/**
 * Ends access whose last day has passed, and emails each person once to say what ended. It had already stopped
 * counting.
 */
export async function endExpiredAccess(now: Date): Promise<string> {
  const ended = await db.access.findMany({
    where: hasRunOut(now),
    include: { account: true, location: true, provider: true, area: true },
    orderBy: { id: "asc" },
  });
  for (const [, theirs] of grouped(ended, ({ accountId }) => accountId)) {
    const [first] = theirs;
    if (!first) continue;
    await transact(system("scheduled work"), "its last day has come", async (tx) => {
      for (const { id, endsAt } of theirs) if (endsAt) await endOnLastDay(tx, { id, endsAt }, now);
      if (first.account.deactivatedAt) return;
      const places = theirs.map(
        ({ location, provider, area }) => (location ?? provider ?? area)?.name ?? "the service",
      );
      const props = { name: first.account.fullName, places, endedOn: dayOf(first.endsAt ?? now) };
      const { id: accountId, email: to } = first.account;
      await queueEmail(
        tx,
        { template: "access-ended", to, accountId, props, uniqueKey: `access-ended:${first.id}` },
        now,
      );
    });
  }
  return `${formatCount("access", ended.length, "accesses")} ended`;
}
