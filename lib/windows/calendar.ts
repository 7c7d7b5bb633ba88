import { db, Prisma } from "@/lib/db";
import { owedFromKey } from "@/lib/first-window";
import { addMonths, type Day, type Month } from "@/lib/london";
import type { Beds, BedType } from "@/lib/questions/beds";
import { startingBedTypes } from "@/lib/questions/bed-types";
import type { Collection, Switched } from "@/lib/questions/collections";
import type { FilingKind } from "@/lib/access/kinds";
import { type Season, usualSeasons } from "@/lib/questions/seasons";
import { type BankHolidays, type GovUkBankHolidays, holidaysOfEngland } from "./bank-holidays";
import {
  extensionFor,
  type GrantedExtension,
  monthFor,
  type ReportingWindow,
  reportingWindow,
} from "./reporting-window";

/** An extension that support gave, until support ends it. */
export interface KnownExtension extends GrantedExtension {
  endedAt: Date | null;
}

/**
 * Everything that support decides about windows and questions: holidays, extensions, seasons, collections, bed types.
 */
export interface Calendar {
  readonly holidays: BankHolidays;
  readonly extensions: readonly KnownExtension[];
  /** Which provider types each collection is for, if support has changed it, now and at a given moment. */
  readonly switched: Switched;
  readonly switchedAt: (at: Date) => Switched;
  /** The first window for which anyone has to file, with which the service began. Null if support has not set it. */
  readonly owedFrom: Month | null;
  readonly seasonsIn: (month: Month) => Season[];
  /** The bed types that a service reports in a month, and all those that it has ever reported. */
  readonly bedTypesFor: (types: readonly string[], month: Month) => readonly BedType[];
  readonly bedTypesStated: (service: string, stated: readonly (Beds | null)[]) => readonly BedType[];
}

interface Kept {
  owedFrom: Month | null;
  holidays: { title: string; date: Day }[];
  extensions: {
    month: Month;
    location: number | null;
    last_day: Day;
    reason: string;
    at: string;
    ended: string | null;
  }[];
  seasons: { key: Season["key"]; from: Month; until: Month; ended: string | null }[];
  switched: { collection: Collection; types: FilingKind[]; from: string; ended: string | null }[];
  bedTypes: (BedType & { types: string[]; before: string[]; from: Day | null; until: Day | null })[];
}

/** The calendar as JSON text, to be part of a larger query: one round trip, and never out of date. */
export const calendarSql = Prisma.sql`
  json_build_object(
    'owedFrom', (select value from setting where key = ${owedFromKey}),
    'holidays', (select coalesce(json_agg(json_build_object('title', title, 'date', date) order by date), '[]') from bank_holiday),
    'extensions', (select coalesce(json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'location', location_id,
        'last_day', last_day, 'reason', reason, 'at', created_at, 'ended', ended_at) order by id), '[]') from window_extension),
    'seasons', (select coalesce(json_agg(json_build_object('key', key, 'from', to_char("from", 'YYYY-MM'),
        'until', to_char(until, 'YYYY-MM'), 'ended', ended_at) order by id), '[]') from season),
    'switched', (select coalesce(json_agg(json_build_object('collection', collection, 'types', types,
        'from', switched_at, 'ended', ended_at) order by id), '[]') from collection_switch),
    'bedTypes', (select coalesce(json_agg(json_build_object('key', key, 'label', label, 'group', "group", 'types', types, 'before', counted_before,
        'from', valid_from, 'until', valid_to, 'definition', definition, 'example', example) order by position, key), '[]') from bed_type)
  )::text`;

let last: { text: string; calendar: Calendar } | undefined;

/**
 * Reads the result of `calendarSql`. The same text returns the same calendar object, so work based on it is done once.
 */
export function readCalendar(text: string): Calendar {
  if (last?.text !== text) last = { text, calendar: calendarFrom(JSON.parse(text) as Kept) };
  return last.calendar;
}

/** The calendar as it is now. */
export async function calendarNow(): Promise<Calendar> {
  const [row] = await db.$queryRaw<{ calendar: string }[]>`select ${calendarSql} as calendar`;
  return readCalendar(row?.calendar ?? "");
}

/** The extensions in effect at a moment: given by then and not yet ended. */
export const extensionsAt = ({ extensions }: Calendar, at: Date): KnownExtension[] =>
  extensions.filter(({ grantedAt, endedAt }) => grantedAt <= at && (endedAt === null || endedAt > at));

/** A month's window as it was at a moment, for one location or for everyone. */
export function windowFor(calendar: Calendar, month: Month, at: Date, locationId?: number): ReportingWindow {
  const location = locationId === undefined ? undefined : String(locationId);
  return reportingWindow(month, calendar.holidays, extensionFor(month, extensionsAt(calendar, at), location));
}

function calendarFrom(kept: Kept): Calendar {
  const file: GovUkBankHolidays = { "england-and-wales": { events: kept.holidays } };
  const decided = new Set(kept.seasons.map(({ key }) => key));
  const seasons = kept.seasons.map(seasonOf).filter(({ from, until }) => from <= until);
  const lists = new Map<string, BedType[]>();
  return {
    owedFrom: kept.owedFrom,
    holidays: holidaysOfEngland(kept.holidays.length > 0 ? file : undefined),
    extensions: kept.extensions.map(({ month, location, last_day, reason, at, ended }) => ({
      month,
      lastDay: last_day,
      reason,
      grantedAt: new Date(at),
      endedAt: ended === null ? null : new Date(ended),
      ...(location !== null && { locationIds: [String(location)] }),
    })),
    switched: switchedOf(kept.switched.filter(({ ended }) => ended === null)),
    switchedAt: (at) =>
      switchedOf(
        kept.switched.filter(({ from, ended }) => new Date(from) <= at && (ended === null || new Date(ended) > at)),
      ),
    seasonsIn: (month) => [...seasons, ...usualSeasons(month).filter(({ key }) => !decided.has(key))],
    bedTypesFor(types, month) {
      const key = `${month} ${[...types].sort().join(" ")}`;
      const list = lists.get(key) ?? kept.bedTypes.filter((bed) => isAsked(bed, types, month)).map(bedTypeOf);
      lists.set(key, list);
      return list;
    },
    bedTypesStated: (service, stated) =>
      kept.bedTypes
        .filter(
          ({ key, types, before }) =>
            [...types, ...before].includes(service) && stated.some((beds) => beds?.types[key]),
        )
        .map(bedTypeOf),
  };
}

/**
 * A season that was switched off ends with the window of that moment; what was asked before stays part of those
 * returns.
 */
function seasonOf({ key, from, until, ended }: Kept["seasons"][number]): Season {
  if (ended === null) return { key, from, until };
  const last = addMonths(monthFor(new Date(ended)), -1);
  return { key, from, until: last < until ? last : until };
}

const switchedOf = (switches: Kept["switched"]): Switched =>
  Object.fromEntries(switches.map(({ collection, types }) => [collection, types]));

const isAsked = ({ types, from, until }: Kept["bedTypes"][number], asking: readonly string[], month: Month) =>
  types.some((type) => asking.includes(type)) &&
  (from === null || from.slice(0, 7) <= month) &&
  (until === null || month <= until.slice(0, 7));

const starting: readonly BedType[] = Object.values(startingBedTypes).flat();

/** The phrase for a bed type in sentences comes from our starting list, unless support has renamed the type. */
function bedTypeOf({ key, label, group, definition, example }: BedType): BedType {
  const phrase = starting.find((type) => type.key === key && type.label === label)?.phrase;
  return {
    key,
    label,
    group,
    ...(phrase && { phrase }),
    ...(definition && { definition }),
    ...(example && { example }),
  };
}
