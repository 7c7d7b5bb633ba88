import { endAccess } from "@/lib/access/give";
import { countsNow } from "@/lib/access/grants";
import { db, system, transact } from "@/lib/db";
import { queueEmail } from "@/lib/outbox/queue-email";
import { formatCount, formatDate } from "@/lib/format";
import { daysAfterClosing } from "@/lib/locations/closed";
import { dayOf } from "@/lib/london";

/**
 * Ends the access to locations that were deregistered long enough ago for their people to have read what they need, and
 * tells each person once. A location that was registered again meanwhile is left alone.
 */
export async function endAccessOfClosed(now: Date): Promise<string> {
  const before = new Date(now.getTime() - daysAfterClosing * 24 * 60 * 60_000);
  const closedLongAgo = { ...countsNow(now), location: { deregisteredOn: { lte: before } } };
  const people = await db.account.findMany({
    where: { access: { some: closedLongAgo } },
    select: {
      id: true,
      email: true,
      fullName: true,
      access: {
        where: closedLongAgo,
        select: { id: true, location: { select: { name: true, deregisteredOn: true } } },
      },
    },
    orderBy: { id: "asc" },
  });
  let ended = 0;
  for (const { id: accountId, email: to, fullName: name, access } of people) {
    const places = access.flatMap(({ location }) => (location ? [location.name] : []));
    await transact(system("scheduled work"), "the location closed", async (tx) => {
      for (const { id, location } of access) {
        const reason = `The location closed on ${formatDate(location?.deregisteredOn ?? now)}`;
        ended += await endAccess(tx, { id }, { reason }, now);
      }
      const props = { name, places, endedOn: dayOf(now), reason: "The location closed." };
      const uniqueKey = `access-closed:${access[0]?.id ?? 0}`;
      await queueEmail(tx, { template: "access-ended", to, accountId, props, uniqueKey }, now);
    });
  }
  return `${formatCount("access", ended, "accesses")} to closed locations ended`;
}
