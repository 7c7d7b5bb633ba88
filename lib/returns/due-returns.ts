import type { Place } from "@/lib/access/covers";
import { can } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { formatDateTimeThisYear, formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import {
  locationWithAreas,
  readRegisteredLocation,
  type RegisteredLocation,
  type RegisteredLocationRow,
  registeredLocationSql,
} from "@/lib/locations/registered-location";
import { closedNow, closedSentence } from "@/lib/locations/closed";
import { type Collection, collections, collectionsFor, isMandated } from "@/lib/questions/collections";
import { calendarSql, readCalendar, windowFor } from "@/lib/windows/calendar";
import { isOwed } from "@/lib/windows/owed";
import { firstDue, type Registration, registration } from "@/lib/windows/registration";
import { isOpen, lastMinute, monthFor, type ReportingWindow, windowSentence } from "@/lib/windows/reporting-window";
import type { ReturnSource } from "@/lib/questions/return-source";

/**
 * The state of a location's return for a collection now: "due" – the window is open and nothing was filed; "filed" and
 * "nil" – this window is answered; "missed" – the latest window closed without an answer; "late update" – it did, and
 * figures came afterwards; "not due" – the location is too new to need to file for this window; "any day" – updated
 * when there is something to say; "closed" – the location is no longer registered, and owes nothing.
 */
export type DueState = "due" | "filed" | "nil" | "missed" | "late update" | "not due" | "any day" | "closed";

/** One return that a location needs to file or may file. */
export interface DueReturn {
  locationId: number;
  location: string;
  collection: Collection;
  /** "Care home return". */
  label: string;
  mandated: boolean;
  state: DueState;
  month: Month;
  window: ReportingWindow;
  /** Whether a return filed now counts for the window. */
  open: boolean;
  /**
   * What to do by when: "3 days left: closes 11:59pm on Monday 16 November"; for what is filed, until when it may be
   * changed.
   */
  sentence: string;
  /** The newest return of all, whichever month. */
  lastFiled: { reference: string; at: Date; month: Month; source: ReturnSource; late: boolean; by: string } | null;
  draft: { savedAt: Date; savedBy: string } | null;
  href: string;
}

interface Filed {
  location: number;
  collection: Collection;
  reference: string;
  month: Month;
  late: boolean;
  source: ReturnSource;
  at: string;
  by: string;
}

interface Draft {
  location: number;
  collection: Collection;
  month: Month;
  at: string;
  by: string;
}

/**
 * Every return that someone may file, by location in order of name, mandated ones first. Empty for people who do not
 * file.
 */
export async function dueReturns(user: User, now: Date): Promise<DueReturn[]> {
  if (!user.grants.some(({ locationId, providerId }) => locationId ?? providerId)) return [];
  return returnsWhere(locationsVisibleToSql(user), (place) => can(user, "file a return", place), now);
}

/** The same for some of the locations that someone sees, for people who oversee them and may not file for them. */
export const overseenReturns = (user: User, ids: readonly number[], now: Date): Promise<DueReturn[]> =>
  returnsWhere(
    Prisma.sql`(l.id = any(${[...ids]}::int[]) and ${locationsVisibleToSql(user)})`,
    (place) => can(user, "see a location", place),
    now,
  );

/** The returns of the locations `l` that meet a condition and that `meant` agrees to. */
async function returnsWhere(scope: Prisma.Sql, meant: (place: Place) => boolean, now: Date): Promise<DueReturn[]> {
  const month = monthFor(now);
  const visible = Prisma.sql`select l.id from location l where ${scope}`;
  const [row] = await db.$queryRaw<
    { calendar: string; locations: RegisteredLocationRow[]; filed: Filed[]; drafts: Draft[] }[]
  >`
    select ${calendarSql} as calendar,
      (select coalesce(json_agg(${registeredLocationSql} order by l.name, l.id), '[]') from ${locationWithAreas}
        where ${scope}) as locations,
      (select coalesce(json_agg(f), '[]') from (
         select distinct on (r.location_id, r.collection, r.late, r.now)
                r.location_id as location, r.collection, r.reference, to_char(r.month, 'YYYY-MM') as month, r.late,
                r.source, r.submitted_at as at, coalesce(r.on_behalf_of, a.full_name) as by
           from (select *, month = ${`${month}-01`}::date as now from "return"
                  where superseded_at is null and location_id in (${visible})) r
           join account a on a.id = r.submitted_by_id
          order by r.location_id, r.collection, r.late, r.now, r.submitted_at desc) f) as filed,
      (select coalesce(json_agg(json_build_object('location', d.location_id, 'collection', d.collection,
                'month', to_char(d.month, 'YYYY-MM'), 'at', d.saved_at, 'by', a.full_name)), '[]')
         from return_draft d join account a on a.id = d.saved_by_id where d.location_id in (${visible})) as drafts`;
  if (!row) return [];
  const calendar = readCalendar(row.calendar);
  return row.locations
    .map(readRegisteredLocation)
    .filter(({ place }) => meant(place))
    .flatMap((location) =>
      collectionsFor(location.types, calendar.switched).map((collection) => {
        const mine = <T extends { location: number; collection: Collection }>(all: T[]) =>
          all.filter((one) => one.location === location.id && one.collection === collection);
        const window = windowFor(calendar, month, now, location.id);
        const registered = registration(location, calendar);
        return dueReturn(location, registered, collection, window, mine(row.filed), mine(row.drafts), now);
      }),
    )
    .sort((a, b) => Number(b.mandated) - Number(a.mandated));
}

function dueReturn(
  location: RegisteredLocation,
  registered: Registration,
  collection: Collection,
  window: ReportingWindow,
  filed: Filed[],
  drafts: Draft[],
  now: Date,
): DueReturn {
  const { label } = collections[collection];
  const mandated = isMandated(collection);
  const newest = filed.reduce<Filed | undefined>((a, b) => (a && new Date(a.at) >= new Date(b.at) ? a : b), undefined);
  const closed = closedNow(location, now);
  const draft = closed ? drafts[0] : drafts.find(({ month }) => month === window.month);
  const state = closed ? "closed" : mandated ? stateOf(registered, window, filed, now) : "any day";
  return {
    locationId: location.id,
    location: location.name,
    collection,
    label,
    mandated,
    state,
    month: window.month,
    window,
    open: !closed && isOpen(window, now),
    sentence: closed ? closedSentence(closed) : sentenceOf(state, window, now),
    lastFiled: newest
      ? {
          reference: newest.reference,
          at: new Date(newest.at),
          month: newest.month,
          source: newest.source,
          late: newest.late,
          by: newest.by,
        }
      : null,
    draft: draft ? { savedAt: new Date(draft.at), savedBy: draft.by } : null,
    href: `/returns/${location.id}/${collection}`,
  };
}

function stateOf(registered: Registration, window: ReportingWindow, filed: Filed[], now: Date): DueState {
  const ofMonth = filed.filter(({ month }) => month === window.month);
  const counted = ofMonth.find(({ at }) => new Date(at) < window.closesAt);
  if (counted) return counted.source === "nil" ? "nil" : "filed";
  if (!isOwed(window, registered, firstDue(), now)) return "not due";
  if (isOpen(window, now)) return "due";
  return ofMonth.length > 0 ? "late update" : "missed";
}

/** What must or may be done, in one line. It counts the days left only while there is something to file. */
function sentenceOf(state: DueState, window: ReportingWindow, now: Date): string {
  switch (state) {
    case "any day":
      return "Update it when something changes";
    case "filed":
    case "nil":
      return isOpen(window, now)
        ? `You can change it until ${formatDateTimeThisYear(lastMinute(window))}`
        : `It counts for ${formatMonth(window.month)}`;
    case "missed":
      return `${windowSentence(window, now)}. You can still send a late update`;
    case "late update":
      return `${windowSentence(window, now)}. Your late update is kept, and does not count`;
    case "not due":
      return `You do not need to file for ${formatMonth(window.month)}`;
    default:
      return windowSentence(window, now);
  }
}
