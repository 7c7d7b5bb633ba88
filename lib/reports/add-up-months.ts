import { db, Prisma, system, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";
import { type Calendar, calendarNow } from "@/lib/windows/calendar";
import { closedMonths } from "./closed-months";
import { type Measure, measures, measuresOfBedType } from "./metrics";
import { readyMonths } from "./summed-months";
import { type SumsAsked, sumsFromReturns } from "./sums";

/** Returns of the last closed windows may still be corrected, and extended windows filed in: they are added up anew. */
const anew = 2;

/**
 * Adds up each closed window of the last three years, for all areas, where that has not been done or a measure is new,
 * and the newest ones again. An older window keeps the sums it had: a home that moves or closes later changes nothing.
 */
export async function addUpMonths(now: Date): Promise<string> {
  const calendar = await calendarNow();
  const areas = await db.area.findMany({ select: { id: true, kind: true } });
  let done = 0;
  for (const collection of new Set(measures.map((measure) => measure.collection))) {
    const wanted = measuresOf(collection, calendar);
    const closed = closedMonths(calendar, now);
    const ready = await readyMonths(collection, closed, wanted);
    for (const month of closed.filter((one, nth) => nth >= closed.length - anew || !ready.has(one))) {
      await addUp(calendar, { collection, month, areas, measures: wanted }, now);
      done++;
    }
  }
  return `${formatCount("month", done)} added up`;
}

/** Every measure of a collection, including those of its bed types. */
const measuresOf = (collection: Collection, calendar: Calendar): Measure[] => [
  ...measures.filter((measure) => measure.collection === collection),
  ...(collection === "care_home" ? calendar.bedTypesFor(["care_home"], "9999-12").flatMap(measuresOfBedType) : []),
];

interface OneMonth {
  collection: Collection;
  month: Month;
  areas: SumsAsked["areas"];
  measures: readonly Measure[];
}

const addUp = (calendar: Calendar, { collection, month, areas, measures }: OneMonth, now: Date) =>
  transact(
    system("area-months"),
    "added up a window",
    async (tx) => {
      const asked = { areas, collection, months: [month], measures };
      const rows = await sumsFromReturns(Prisma.sql`true`, asked, calendar, now, tx);
      await tx.$executeRaw`delete from area_month where month = ${`${month}-01`}::date and collection = ${collection}::collection`;
      const kept = rows.map(({ areaId, due, filed, nil, sums }) => ({
        ...{ area_id: areaId, due, filed, nil },
        sums: Object.fromEntries(
          measures.map(({ key }, nth) => [key, [sums[nth]?.numerator, sums[nth]?.denominator, sums[nth]?.locations]]),
        ),
      }));
      await tx.$executeRaw`
        insert into area_month (area_id, month, collection, due, filed, nil, sums, at)
        select area_id, ${`${month}-01`}::date, ${collection}::collection, due, filed, nil, sums, ${now}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) x(area_id int, due int, filed int, nil int, sums jsonb)`;
    },
    { timeout: 120_000 },
  );
