import { db, Prisma, system, transact } from "@/lib/db";
import { addMonths, type Month, monthOf, monthsFrom } from "@/lib/london";
import { mandatedCollections } from "@/lib/questions/collections";
import { type Calendar, calendarNow, windowFor } from "@/lib/windows/calendar";
import { owedSql } from "@/lib/windows/owed";
import { monthFor } from "@/lib/windows/reporting-window";
import { olderSql, onceSql } from "@/lib/reports/facts";

/** How far back windows are frozen that no one froze when they closed. */
const monthsBack = 14;

/**
 * Keeps who owed each return when its window closed, with the council, the kind and the register's word on two providers
 * at one location: official statistics are worked out from it ever after, whatever moves, closes or changes. A window
 * is kept once, as the register stood when this first ran after the close.
 */
export async function freezeWindows(now: Date): Promise<string> {
  const calendar = await calendarNow();
  const latest = monthFor(now);
  const first = addMonths(latest, -monthsBack);
  const from = calendar.owedFrom && calendar.owedFrom > first ? calendar.owedFrom : first;
  const kept = new Set((await db.frozenWindow.findMany()).map(({ month }) => monthOf(month)));
  const frozen = monthsFrom(from, latest).filter(
    (month) => !kept.has(month) && windowFor(calendar, month, now).closesAt <= now,
  );
  for (const month of frozen) await freezeWindow(month, calendar, now);
  return frozen.length === 0 ? "nothing to keep" : `kept ${frozen.join(", ")}`;
}

async function freezeWindow(month: Month, calendar: Calendar, now: Date): Promise<void> {
  const { closesAt } = windowFor(calendar, month, now);
  const date = new Date(`${month}-01`);
  await transact(
    system("scheduled work"),
    "kept who owed a return when its window closed",
    async (tx) => {
      await tx.frozenWindow.createMany({ data: [{ month: date, closesAt, frozenAt: now }], skipDuplicates: true });
      for (const collection of mandatedCollections)
        await tx.$executeRaw`
          insert into owed_at_close (month, collection, location_id, local_authority_id, older, once)
          select o.month, ${collection}::collection, l.id, l.local_authority_id, ${olderSql}, ${onceSql}
            from (${owedSql({ collection, months: [month], calendar, asOf: closesAt, locations: Prisma.sql`location` })}) o
            join location l on l.id = o.location_id
          on conflict do nothing`;
    },
    { timeout: 120_000 },
  );
}
