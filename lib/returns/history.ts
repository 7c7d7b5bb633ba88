import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { addMonths, monthOf } from "@/lib/london";
import {
  locationWithAreas,
  readRegisteredLocation,
  type RegisteredLocationRow,
  registeredLocationSql,
} from "@/lib/locations/registered-location";
import { type Closed, closedNow } from "@/lib/locations/closed";
import type { BedType } from "@/lib/questions/beds";
import { type Collection, collections, collectionsFor, isMandated } from "@/lib/questions/collections";
import { holidaysAsKnown, holidaysAsKnownSql, locationAsKnownSql } from "./as-known";
import { calendarSql, extensionsAt, readCalendar } from "@/lib/windows/calendar";
import { type Compliance, complianceAt } from "@/lib/windows/compliance";
import { type Excuse, type ExcuseRow, excusesSql, readExcuses } from "@/lib/windows/excuses";
import { firstDue, registration } from "@/lib/windows/registration";
import { readReturns, returnsSql, type ReturnOnRecord } from "./filed-returns";

const mostReturns = 600;

/** Every return of a location's collection, newest first, including those that were replaced. */
export interface History {
  location: { id: number; name: string };
  closed: Closed | null;
  collection: Collection;
  returns: ReturnOnRecord[];
  bedTypes: readonly BedType[];
}

/** The history of a collection, or null if the person does not see the location. */
export async function history(
  user: User,
  locationId: number,
  collection: Collection,
  now: Date,
): Promise<History | null> {
  const [row] = await db.$queryRaw<{ calendar: string; location: RegisteredLocationRow | null; returns: unknown[] }[]>`
    select ${calendarSql} as calendar, ${visible(user, locationId)} as location,
           ${returnsSql(collection, Prisma.sql`r.location_id = ${locationId}`, mostReturns)} as returns`;
  if (!row?.location) return null;
  const returns = readReturns(row.returns);
  const stated = returns.map(({ beds }) => beds);
  const types = readCalendar(row.calendar).bedTypesStated(collection, stated);
  const { id, name } = row.location;
  return { location: { id, name }, closed: closedNow(row.location, now), collection, returns, bedTypes: types };
}

/** A location's compliance with each monthly collection that it owes. */
export interface ComplianceOfLocation {
  collection: Collection;
  label: string;
  compliance: Compliance;
  /** Months that were excused by then: beside what was missed, not in its place. */
  excuses: Excuse[];
}

/**
 * How a location stood at a moment (now, or any day before): per collection, the months and what they make of it, by
 * the registration, the windows and the collections that were in force then. Null if the person does not see the
 * location.
 */
export async function complianceOf(user: User, locationId: number, asOf: Date): Promise<ComplianceOfLocation[] | null> {
  const since = `${addMonths(monthOf(asOf), -14)}-01`;
  const [row] = await db.$queryRaw<Standing[]>`
    select ${calendarSql} as calendar, ${holidaysAsKnownSql(asOf)} as holidays, ${excusesSql(locationId, asOf)} as excuses,
      ${visible(user, locationId, locationAsKnownSql(asOf))} as location,
      (select coalesce(json_agg(json_build_object('collection', r.collection, 'month', to_char(r.month, 'YYYY-MM'),
                'at', r.submitted_at, 'superseded', r.superseded_at, 'source', r.source, 'nil', r.nil_reason is not null)), '[]')
         from "return" r where r.location_id = ${locationId} and r.month >= ${since}::date) as returns`;
  if (!row?.location) return null;
  const calendar = readCalendar(row.calendar);
  const location = readRegisteredLocation(row.location);
  const monthly = collectionsFor(location.types, calendar.switchedAt(asOf)).filter(isMandated);
  const holidays = holidaysAsKnown(row.holidays, calendar);
  return monthly.map((collection) => ({
    collection,
    label: collections[collection].label,
    excuses: readExcuses(row.excuses.filter((excuse) => excuse.collection === collection)),
    compliance: complianceAt(
      asOf,
      {
        locationId: String(location.id),
        ...registration(location, calendar),
        extensions: extensionsAt(calendar, asOf),
        returns: row.returns
          .filter((filed) => filed.collection === collection)
          .map(({ month, at, superseded, source, nil }) => ({
            month,
            submittedAt: new Date(at),
            supersededAt: superseded === null ? null : new Date(superseded),
            source,
            nil,
          })),
      },
      holidays,
      firstDue(),
    ),
  }));
}

interface Standing {
  calendar: string;
  holidays: { title: string; date: string }[] | null;
  location: RegisteredLocationRow | null;
  returns: FiledRow[];
  excuses: ExcuseRow[];
}

interface FiledRow {
  collection: Collection;
  month: string;
  at: string;
  superseded: string | null;
  source: string;
  nil: boolean;
}

const visible = (user: User, locationId: number, read = registeredLocationSql): Prisma.Sql => Prisma.sql`
  (select ${read} from ${locationWithAreas} where l.id = ${locationId} and ${locationsVisibleToSql(user)})`;
