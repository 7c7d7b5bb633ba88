import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { olderSql } from "@/lib/reports/facts";
import { addMonths, type Month } from "@/lib/london";
import { mandatedCollections } from "@/lib/questions/collections";
import type { MandatedCollection } from "@/lib/reports/owing";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { type Compared, comparedMeasures } from "./compared-measures";
import { comparedPrices } from "./compared-prices";
import { type ComparedPlace, nursingSql } from "./similar";

/** How a location compares with similar ones nearby, in the newest window that has closed. */
export interface LocationCompared {
  id: number;
  name: string;
  /** The returns it files that can be compared, and which of them this is about. */
  collections: MandatedCollection[];
  collection: MandatedCollection;
  month: Month;
  beds: number;
  older: boolean;
  nursing: boolean;
  /** Null where it is not known where the location is: then nothing can be near it. */
  compared: Compared[] | null;
}

interface Row extends Omit<ComparedPlace, "latitude" | "longitude"> {
  name: string;
  types: string[];
  latitude: number | null;
  longitude: number | null;
}

/**
 * How one of someone's locations compares with similar ones nearby; null is "not found". Of the others it says the
 * middle and the quartiles alone, and nothing where too few gave the figure.
 */
export async function compareLocation(
  user: User,
  locationId: number,
  wanted: string | undefined,
  now: Date,
): Promise<LocationCompared | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select l.id, l.name, l.types::text[] as types, l.provider_id as "providerId", l.dual_provider_id as "dualProviderId", l.latitude, l.longitude,
           l.beds, ${olderSql} as older, ${nursingSql} as nursing
      from location l where l.id = ${locationId} and ${locationsVisibleToSql(user)}`;
  const collections = mandatedCollections.filter((collection) => row?.types.includes(collection));
  const [first] = collections;
  if (!row || !first) return null;
  const collection = collections.find((one) => one === wanted) ?? first;
  const calendar = await calendarNow();
  const latest = monthFor(now);
  const month = windowFor(calendar, latest, now).closesAt <= now ? latest : addMonths(latest, -1);
  const { latitude, longitude } = row;
  const { id, name, beds, older, nursing } = row;
  const about = { id, name, collections, collection, month, beds, older, nursing };
  if (latitude === null || longitude === null) return { ...about, compared: null };
  const place = { ...row, latitude, longitude };
  const [figures, prices] = await Promise.all([
    comparedMeasures(place, collection, month, calendar, now),
    collection === "care_home" ? comparedPrices(place) : [],
  ]);
  return { ...about, compared: [...figures, ...prices] };
}

/** The locations that someone can compare with others, by name: the first five hundred. */
export const comparableLocations = (user: User): Promise<{ id: number; name: string }[]> =>
  db.$queryRaw<{ id: number; name: string }[]>`
    select l.id, l.name from location l
     where ${locationsVisibleToSql(user)} and l.deregistered_on is null
       and l.types && ${[...mandatedCollections]}::location_type[]
     order by lower(l.name), l.id limit 500`;
