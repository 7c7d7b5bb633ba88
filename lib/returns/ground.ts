import type { Place } from "@/lib/access/covers";
import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { Day, Month } from "@/lib/london";
import type { Beds } from "@/lib/questions/beds";
import type { Collection, ProviderType } from "@/lib/questions/collections";
import type { Answers } from "@/lib/questions/question";
import { type Calendar, calendarSql, readCalendar } from "@/lib/windows/calendar";
import { bedsSql, readBeds, readReturns, returnsSql, type ReturnOnRecord } from "./filed-returns";

/** A location as its returns need to know it. */
export interface LocationOfReturn {
  id: number;
  name: string;
  types: ProviderType[];
  /** Beds that CQC registers; 0 where it counts none. */
  cqcBeds: number;
  registeredOn: Day | null;
  deregisteredOn: Day | null;
  place: Place;
}

/** What a return stands on: its location, the calendar, what was filed before, and the beds as last stated. */
export interface Ground {
  location: LocationOfReturn;
  calendar: Calendar;
  /** Current returns with figures, newest first: a year of them and a little more. */
  past: (ReturnOnRecord & { answers: Answers })[];
  /** The newest current return, which may be nil. */
  latest: ReturnOnRecord | null;
  newestBeds: { id: number; at: Date; beds: Beds } | null;
  /** The return that was filed with this form before, if it was. */
  filed: (Receipt & { byId: number }) | null;
}

/** That a return was received: its reference, the code that proves it, and what it counts for. */
export interface Receipt {
  reference: string;
  checkCode: string;
  locationId: number;
  collection: Collection;
  month: Month;
  late: boolean;
  submittedAt: Date;
}

interface Row {
  calendar: string;
  location: (Place & Omit<LocationOfReturn, "place">) | null;
  past: unknown[];
  newest: { id: number; at: string; beds: Parameters<typeof readBeds>[0] } | null;
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

/** A location that is called `l`, with where it stands, as JSON. */
export const locationSql = Prisma.sql`
  json_build_object('id', l.id, 'name', l.name, 'types', l.types, 'cqcBeds', l.beds, 'registeredOn', l.registered_on,
    'deregisteredOn', l.deregistered_on, 'providerId', l.provider_id, 'dualProviderId', l.dual_provider_id,
    'localAuthorityId', l.local_authority_id, 'subIcbId', l.sub_icb_id, 'lrfId', council.lrf_id, 'icbId', sub.icb_id,
    'nhsRegionId', council.nhs_region_id, 'onsRegionId', council.ons_region_id)`;

export const locationJoins = Prisma.sql`
  location l left join area council on council.id = l.local_authority_id left join area sub on sub.id = l.sub_icb_id`;

export const readLocation = (row: Place & Omit<LocationOfReturn, "place">): LocationOfReturn => ({
  ...row,
  place: row,
});

/**
 * Everything that filing or showing a return needs, in one statement, or null where the person sees no such location.
 * `idempotencyKey` asks whether that form was sent before.
 */
export const groundOf = (user: User, locationId: number, collection: Collection, idempotencyKey?: string) =>
  groundWhere(locationsVisibleToSql(user), locationId, collection, idempotencyKey);

/** The same for a scope of its own, a condition on location `l`: a mailed link reaches one location without a session. */
export async function groundWhere(
  scope: Prisma.Sql,
  locationId: number,
  collection: Collection,
  idempotencyKey = "",
): Promise<Ground | null> {
  const here = Prisma.sql`r.location_id = ${locationId} and r.superseded_at is null`;
  const [row] = await db.$queryRaw<Row[]>`
    select ${calendarSql} as calendar,
      (select ${locationSql} from ${locationJoins} where l.id = ${locationId} and ${scope}) as location,
      ${returnsSql(collection, here, enough, "of the newest")} as past,
      (select json_build_object('id', u.id, 'at', u.at, 'beds', ${bedsSql})
         from bed_update u where u.location_id = ${locationId} order by u.id desc limit 1) as newest,
      (select ${receiptSql} from "return" r where r.idempotency_key = ${idempotencyKey}) as filed`;
  if (!row?.location) return null;
  const returns = readReturns(row.past);
  return {
    location: readLocation(row.location),
    calendar: readCalendar(row.calendar),
    past: returns.filter((past): past is Ground["past"][number] => past.answers !== null),
    latest: returns[0] ?? null,
    newestBeds: row.newest && { id: row.newest.id, at: new Date(row.newest.at), beds: readBeds(row.newest.beds) },
    filed: row.filed && readReceipt(row.filed),
  };
}
