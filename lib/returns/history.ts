import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import { addMonths, monthOf } from "@/lib/london";
import type { BedType } from "@/lib/questions/beds";
import { type Collection, collections, collectionsFor } from "@/lib/questions/collections";
import { calendarSql, extensionsAt, readCalendar } from "./calendar";
import { type Compliance, complianceAt } from "./compliance";
import { firstDue, registration } from "./due-returns";
import { readReturns, returnsSql, type ReturnOnRecord } from "./filed-returns";
import { locationJoins, locationSql, readLocation } from "./ground";

const mostReturns = 600;

/** Every return of a location's collection, newest first, those that were superseded among them. */
export interface History {
  location: { id: number; name: string };
  collection: Collection;
  returns: ReturnOnRecord[];
  bedTypes: readonly BedType[];
}

/** The history of a collection, or null where the person does not see the location. */
export async function history(user: User, locationId: number, collection: Collection): Promise<History | null> {
  const [row] = await db.$queryRaw<{ calendar: string; location: LocationRow | null; returns: unknown[] }[]>`
    select ${calendarSql} as calendar, ${visible(user, locationId)} as location,
           ${returnsSql(collection, Prisma.sql`r.location_id = ${locationId}`, mostReturns)} as returns`;
  if (!row?.location) return null;
  const returns = readReturns(row.returns);
  const types = readCalendar(row.calendar).bedTypesFor([collection], returns[0]?.month ?? "");
  return { location: { id: row.location.id, name: row.location.name }, collection, returns, bedTypes: types };
}

/** How a location stands with each monthly collection that it owes. */
export interface ComplianceOfLocation {
  collection: Collection;
  label: string;
  compliance: Compliance;
}

/**
 * How a location stood at a moment (now, or any day before): per collection, the months and what they make of it. Null
 * where the person does not see the location.
 */
export async function complianceOf(user: User, locationId: number, asOf: Date): Promise<ComplianceOfLocation[] | null> {
  const since = `${addMonths(monthOf(asOf), -14)}-01`;
  const [row] = await db.$queryRaw<{ calendar: string; location: LocationRow | null; returns: FiledRow[] }[]>`
    select ${calendarSql} as calendar, ${visible(user, locationId)} as location,
      (select coalesce(json_agg(json_build_object('collection', r.collection, 'month', to_char(r.month, 'YYYY-MM'),
                'at', r.submitted_at, 'superseded', r.superseded_at, 'source', r.source, 'nil', r.nil_reason is not null)), '[]')
         from "return" r where r.location_id = ${locationId} and r.month >= ${since}::date) as returns`;
  if (!row?.location) return null;
  const calendar = readCalendar(row.calendar);
  const location = readLocation(row.location);
  const monthly = collectionsFor(location.types, calendar.switched).filter((c) => collections[c].often === "monthly");
  return monthly.map((collection) => ({
    collection,
    label: collections[collection].label,
    compliance: complianceAt(
      asOf,
      {
        locationId: String(location.id),
        ...registration(location),
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
      calendar.holidays,
      firstDue(),
    ),
  }));
}

type LocationRow = Parameters<typeof readLocation>[0];

interface FiledRow {
  collection: Collection;
  month: string;
  at: string;
  superseded: string | null;
  source: string;
  nil: boolean;
}

const visible = (user: User, locationId: number): Prisma.Sql => Prisma.sql`
  (select ${locationSql} from ${locationJoins} where l.id = ${locationId} and ${locationsVisibleToSql(user)})`;
