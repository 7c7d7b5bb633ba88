import { db, system, transact } from "@/lib/db";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import type { Month } from "@/lib/london";
import { type MandatedCollection, mandatedCollections } from "@/lib/questions/collections";
import { closedMonths } from "@/lib/reports/closed-months";
import { figureGroups } from "@/lib/reports/dashboard";
import { isMeasured, type Measure } from "@/lib/reports/metrics";
import type { Measurement } from "@/lib/reports/reading";
import { calendarNow } from "@/lib/windows/calendar";
import { type AreasOfEngland, areasOfEngland } from "./areas-of-england";
import { type LocationMonth, monthOfLocations } from "./month-of-locations";
import { type ShownBefore, suppressed } from "./suppress";

/** How many months before are checked, so that nothing can be worked out from the difference. */
const monthsBefore = 12;

/** The measures that people with access to sums only can see. */
export const totalledMeasures = (collection: MandatedCollection): Measure[] =>
  figureGroups(collection)
    .flatMap(({ measures }) => measures)
    .filter((measure) => measure.collection === collection);

type Readings = ReadonlyMap<string, Measurement>;

/** Works out, once for each window that has closed, the figures of every area for people who see sums only. */
export async function showTotals(now: Date): Promise<string> {
  const calendar = await calendarNow();
  const closed = closedMonths(calendar, now);
  let done = 0;
  for (const collection of mandatedCollections) {
    const shown = new Map((await shownMonths(collection)).map((one) => [one.month, one]));
    const first = closed.findIndex((month) => !shown.has(month));
    if (first < 0) continue;
    const areas = await areasOfEngland();
    const measures = totalledMeasures(collection);
    const before = new Map<Month, ShownBefore>();
    for (const month of closed.slice(Math.max(0, first - monthsBefore))) {
      const there = shown.get(month);
      const locations = await monthOfLocations({ collection, month, measures }, calendar, there?.at ?? now);
      const readings = there
        ? await readingsOf(collection, month)
        : suppressed(areas.withMembers(locations), measures, locations, {
            isAsked: (measure) => isMeasured(measure, month, calendar.seasonsIn(month)),
            before: [...before.values()].slice(-monthsBefore),
            least: env().SMALL_NUMBER,
          });
      if (!there) {
        await keep(areas, collection, month, measures, locations, readings, now);
        done++;
      }
      before.set(month, shownBefore(areas, measures, locations, readings));
    }
  }
  return `${formatCount("month", done)} added`;
}

const shownMonths = (collection: MandatedCollection) =>
  db.$queryRaw<{ month: Month; at: Date }[]>`
    select to_char(month, 'YYYY-MM') as month, max(at) as at from total_shown
     where collection = ${collection}::collection group by month`;

async function readingsOf(collection: MandatedCollection, month: Month): Promise<Readings> {
  const rows = await db.totalShown.findMany({ where: { collection, month: new Date(`${month}-01`) } });
  return new Map(
    rows.flatMap(({ areaId, figures }) =>
      Object.entries(figures as unknown as Record<string, Measurement>).map(
        ([key, reading]) => [`${areaId} ${key}`, reading] as const,
      ),
    ),
  );
}

function shownBefore(
  areas: AreasOfEngland,
  measures: readonly Measure[],
  locations: readonly LocationMonth[],
  readings: Readings,
): ShownBefore {
  const members = new Map(areas.withMembers(locations).map((area) => [area.id, area.members]));
  const nth = new Map(measures.map(({ key }, at) => [key, at]));
  return (areaId, key) =>
    readings.get(`${areaId} ${key}`)?.state === "known"
      ? (members.get(areaId) ?? []).flatMap((at) => {
          const one = locations[at];
          return one?.sides[nth.get(key) ?? -1] ? [one.id] : [];
        })
      : null;
}

async function keep(
  areas: AreasOfEngland,
  collection: MandatedCollection,
  month: Month,
  measures: readonly Measure[],
  locations: readonly LocationMonth[],
  readings: Readings,
  at: Date,
): Promise<void> {
  const data = areas.withMembers(locations).map(({ id: areaId, members }) => ({
    ...{ areaId, collection, month: new Date(`${month}-01`), due: members.length, at },
    figures: Object.fromEntries(measures.map(({ key }) => [key, readings.get(`${areaId} ${key}`) ?? null])),
  }));
  await transact(system("scheduled work"), "worked out the totals of a closed window", (tx) =>
    tx.totalShown.createMany({ data, skipDuplicates: true }),
  );
}
