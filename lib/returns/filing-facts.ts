import { can } from "@/lib/access/policy";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import {
  type LocationBeds,
  locationBedsColumns,
  type LocationBedsRow,
  readLocationBeds,
} from "@/lib/beds/location-beds";
import { db, Prisma } from "@/lib/db";
import {
  locationWithAreas,
  readRegisteredLocation,
  registeredLocationSql,
  type RegisteredLocationRow,
} from "@/lib/locations/registered-location";
import { readStatedBeds, statedBedsSql } from "@/lib/beds/stated-beds";
import type { Month } from "@/lib/london";
import type { Collection } from "@/lib/questions/collections";
import type { Answers } from "@/lib/questions/question";
import { calendarNow } from "@/lib/windows/calendar";
import { type AcceptedFigure, acceptedFiguresSql } from "./accepted-figures";
import { readReturns, returnsSql, type ReturnOnRecord } from "./filed-returns";

/** What is known when a return is filed: its location, the calendar, what was filed before, and the beds as last stated. */
export interface FilingFacts extends LocationBeds {
  /** Current returns with figures, newest first: a year of them and a little more. */
  past: (ReturnOnRecord & { answers: Answers })[];
  /** The newest current return, which may be nil. */
  latest: ReturnOnRecord | null;
  /** Figures that support has accepted against a check, in whichever window. */
  acceptedFigures: readonly AcceptedFigure[];
  /** The return that was filed with this form before, if it was. */
  filed: (Receipt & { byId: number }) | null;
}

/** Proof that a return was received: its reference, its check code, and what it counts for. */
export interface Receipt {
  reference: string;
  checkCode: string;
  locationId: number;
  collection: Collection;
  month: Month;
  late: boolean;
  submittedAt: Date;
}

interface Row extends LocationBedsRow {
  past: unknown[];
  acceptedFigures: readonly AcceptedFigure[];
  filed: ReceiptRow | null;
}

export type ReceiptRow = Omit<Receipt, "submittedAt"> & { submittedAt: string; byId: number };

const enough = 14;

/** The receipt of a return that the query calls `r`, as JSON. */
export const receiptSql = Prisma.sql`
  json_build_object('reference', r.reference, 'checkCode', r.check_code, 'locationId', r.location_id,
    'collection', r.collection, 'month', to_char(r.month, 'YYYY-MM'), 'late', r.late, 'submittedAt', r.submitted_at,
    'byId', r.submitted_by_id)`;

export const readReceipt = (row: ReceiptRow): Receipt & { byId: number } => ({
  ...row,
  submittedAt: new Date(row.submittedAt),
});

/**
 * Everything that filing or showing a return needs, in one statement, or null if the person sees no such location.
 * `idempotencyKey` asks whether that form was sent before.
 */
export const filingFactsOf = (user: User, locationId: number, collection: Collection, idempotencyKey?: string) =>
  filingFactsWhere(locationsVisibleToSql(user), locationId, collection, idempotencyKey);

/** The same for a scope of its own, a condition on location `l`: an emailed link reaches one location without a session. */
export async function filingFactsWhere(
  scope: Prisma.Sql,
  locationId: number,
  collection: Collection,
  idempotencyKey = "",
): Promise<FilingFacts | null> {
  const here = Prisma.sql`r.location_id = ${locationId} and r.superseded_at is null`;
  const [row] = await db.$queryRaw<Row[]>`
    select ${locationBedsColumns(locationId, scope)},
      ${returnsSql(collection, here, enough, "of the newest")} as past,
      ${acceptedFiguresSql(Prisma.sql`${locationId}`, collection)} as "acceptedFigures",
      (select ${receiptSql} from "return" r where r.idempotency_key = ${idempotencyKey}) as filed`;
  const known = readLocationBeds(row);
  if (!row || !known) return null;
  return {
    ...known,
    ...pastOf(row.past),
    acceptedFigures: row.acceptedFigures,
    filed: row.filed && readReceipt(row.filed),
  };
}

function pastOf(rows: readonly unknown[]): Pick<FilingFacts, "past" | "latest"> {
  const returns = readReturns(rows);
  return {
    past: returns.filter((past): past is FilingFacts["past"][number] => past.answers !== null),
    latest: returns[0] ?? null,
  };
}

/** How many locations one statement looks up. */
const atOnce = 250;

/**
 * The same for many locations of one collection, by location: for a lot of returns that are filed together. Those that
 * the person may not file for are left out.
 */
export async function filingFactsOfMany(
  user: User,
  locationIds: readonly number[],
  collection: Collection,
  reader: Pick<typeof db, "$queryRaw"> = db,
): Promise<Map<number, FilingFacts>> {
  const found = new Map<number, FilingFacts>();
  if (locationIds.length === 0) return found;
  const calendar = await calendarNow();
  const here = Prisma.sql`r.location_id = l.id and r.superseded_at is null`;
  for (let from = 0; from < locationIds.length; from += atOnce) {
    const ids = locationIds.slice(from, from + atOnce);
    const rows = await reader.$queryRaw<
      (Pick<Row, "newestBeds" | "past" | "acceptedFigures"> & { location: RegisteredLocationRow })[]
    >`
      select ${registeredLocationSql} as location, ${statedBedsSql(Prisma.sql`l.id`)} as "newestBeds",
             ${returnsSql(collection, here, enough, "of the newest")} as past,
             ${acceptedFiguresSql(Prisma.sql`l.id`, collection)} as "acceptedFigures"
        from ${locationWithAreas} where l.id = any(${ids}) and ${locationsVisibleToSql(user)}`;
    for (const { location: row, newestBeds, past, acceptedFigures } of rows) {
      const location = readRegisteredLocation(row);
      if (!can(user, "file a return", location.place)) continue;
      const beds = newestBeds && readStatedBeds(newestBeds);
      found.set(location.id, { calendar, location, newestBeds: beds, ...pastOf(past), acceptedFigures, filed: null });
    }
  }
  return found;
}
