import { areasSummedForSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";
import { type Calendar, calendarNow } from "@/lib/windows/calendar";
import { isMeasured, type Measure } from "./metrics";
import type { Measurement } from "./reading";
import { keptBriefly } from "./kept-briefly";
import { locationsOf, type SeenOrganisation } from "./owing";
import { keptSums } from "./summed-months";
import { type SumsAsked, type Reported, type SummedMonth, type Sums, sumsFromReturns, sumsOfLocations } from "./sums";

/** Measures of areas and months, to be looked up. */
export interface Measured {
  reading(areaId: number, month: Month, measure: Measure): Measurement;
  reported(areaId: number, month: Month, collection: Collection): Reported;
}

/**
 * Any set of measures, for any areas that someone may see the sums of, in a run of months. Closed windows are read where
 * they were added up at night, the open one from the returns: two queries a collection.
 */
export async function measured(
  user: User,
  { areas, months, measures }: Omit<SumsAsked, "collection">,
  now: Date,
): Promise<Measured> {
  const calendar = await calendarNow();
  return summedBy(calendar, measures, (collection, wanted) =>
    sumsOf(user, { areas, months, collection, measures: wanted }, calendar, now),
  );
}

/** The same of the locations of a parent organisation that someone may see, under its id; from the returns themselves. */
export async function measuredOfOrganisation(
  user: User,
  organisation: SeenOrganisation,
  { months, measures }: Pick<SumsAsked, "months" | "measures">,
  now: Date,
): Promise<Measured> {
  const calendar = await calendarNow();
  const locations = locationsOf(user, organisation);
  return summedBy(calendar, measures, (collection, wanted) =>
    sumsOfLocations(organisation.id, locations, { months, collection, measures: wanted }, calendar, now),
  );
}

/** Adds up each collection's measures on its own, and makes of them what can be looked up. */
async function summedBy(
  calendar: Calendar,
  measures: readonly Measure[],
  rowsOf: (collection: Collection, wanted: readonly Measure[]) => Promise<SummedMonth[]>,
): Promise<Measured> {
  const collections = [...new Set(measures.map(({ collection }) => collection))];
  const parts = await Promise.all(
    collections.map(async (collection) => {
      const wanted = measures.filter((measure) => measure.collection === collection);
      const rows = await rowsOf(collection, wanted);
      return [collection, { wanted, rows: new Map(rows.map((row) => [`${row.areaId} ${row.month}`, row])) }] as const;
    }),
  );
  return lookUp(new Map(parts), calendar);
}

async function sumsOf(user: User, asked: SumsAsked, calendar: Calendar, now: Date): Promise<SummedMonth[]> {
  const seen = areasSummedForSql(user);
  const { rows, missing } = await keptSums(seen, asked);
  const fresh = await keptBriefly(asked, missing, user, now, () =>
    sumsFromReturns(seen, { ...asked, months: missing }, calendar, now),
  );
  return [...rows, ...fresh];
}

type Kept = ReadonlyMap<Collection, { wanted: readonly Measure[]; rows: ReadonlyMap<string, SummedMonth> }>;

function lookUp(kept: Kept, calendar: Calendar): Measured {
  const asked = new Map<string, boolean>();
  const isAskedIn = (measure: Measure, month: Month) => {
    const key = `${measure.key} ${month}`;
    const known = asked.get(key) ?? isMeasured(measure, month, calendar.seasonsIn(month));
    asked.set(key, known);
    return known;
  };
  return {
    reading(areaId, month, measure) {
      const part = kept.get(measure.collection);
      const row = part?.rows.get(`${areaId} ${month}`);
      const nth = part?.wanted.findIndex(({ key }) => key === measure.key) ?? -1;
      return readingFrom(measure, isAskedIn(measure, month), row ?? nobody, row?.sums[nth] ?? nothing);
    },
    reported: (areaId, month, collection) => kept.get(collection)?.rows.get(`${areaId} ${month}`) ?? nobody,
  };
}

const nobody: Reported = { due: 0, filed: 0, nil: 0 };
const nothing: Sums = { numerator: null, denominator: null, locations: 0 };

/** What there is to say of a measure, from who owes and who filed, and from its two sums. */
export function readingFrom(
  measure: Pick<Measure, "denominator" | "ofAllDue">,
  asked: boolean,
  { due, filed, nil }: Reported,
  { numerator, denominator, locations }: Sums,
): Measurement {
  if (due === 0) return { state: "not_applicable" };
  if (!asked) return { state: "not_asked" };
  if (locations === 0 || numerator === null)
    return { state: filed > 0 && filed === nil && !measure.ofAllDue ? "nil" : "not_reported" };
  if (!measure.denominator) return { state: "known", value: numerator, numerator, denominator: null, locations };
  if (!denominator) return { state: "not_applicable" };
  return { state: "known", value: numerator / denominator, numerator, denominator, locations };
}
