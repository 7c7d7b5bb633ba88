import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { Month } from "@/lib/london";
import type { BedType } from "@/lib/questions/beds";
import { type Collection, collections, isMandated } from "@/lib/questions/collections";
import { calendarSql, readCalendar, windowFor } from "@/lib/windows/calendar";
import { readReturns, returnsSql, type ReturnOnRecord } from "./filed-returns";
import { readCheckCode, readReference } from "./reference";
import type { ReportingWindow } from "@/lib/windows/reporting-window";

/** A receipt with the figures that were filed. */
export interface ReceiptInFull extends ReturnOnRecord {
  locationId: number;
  location: string;
  provider: string;
  registerId: string;
  collection: Collection;
  window: ReportingWindow;
  /** The reference of the return whose place it took, if it took one. */
  replaced: string | null;
  /** The reference of the return that counts for its month, if one does. */
  counts: string | null;
  bedTypes: readonly BedType[];
}

/** A receipt by its reference, or null if the person may not see the location. */
export const receipt = (user: User, reference: string): Promise<ReceiptInFull | null> =>
  receiptWhere({ reference: readReference(reference) ?? "", location: locationsVisibleTo(user) });

/** A receipt for the email to the person who filed. Used when mail is sent, so no one is signed in. */
export const receiptToMail = (reference: string): Promise<ReceiptInFull | null> => receiptWhere({ reference });

async function receiptWhere(where: Prisma.ReturnWhereInput): Promise<ReceiptInFull | null> {
  const row = await db.return.findFirst({
    where,
    select: {
      id: true,
      collection: true,
      location: { select: { id: true, name: true, registerId: true, provider: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  const { collection, location } = row;
  const [found] = await db.$queryRaw<
    { calendar: string; returns: unknown[]; replaced: string | null; counts: string | null }[]
  >`
    select ${calendarSql} as calendar, ${returnsSql(collection, Prisma.sql`r.id = ${row.id}`, 1)} as returns,
      (select o.reference from "return" o join "return" r on r.id = ${row.id}
        where o.location_id = r.location_id and o.collection = r.collection and o.month = r.month and o.late = r.late
          and o.superseded_at = r.submitted_at and o.id < r.id order by o.id desc limit 1) as replaced,
      (select o.reference from "return" o join "return" r on r.id = ${row.id}
        where o.location_id = r.location_id and o.collection = r.collection and o.month = r.month and not o.late
          and o.superseded_at is null) as counts`;
  const [filed] = readReturns(found?.returns ?? []);
  if (!found || !filed) return null;
  const calendar = readCalendar(found.calendar);
  return {
    ...filed,
    locationId: location.id,
    location: location.name,
    provider: location.provider.name,
    registerId: location.registerId,
    collection,
    window: windowFor(calendar, filed.month, filed.submittedAt, location.id),
    replaced: found.replaced,
    counts: found.counts,
    bedTypes: calendar.bedTypesStated(collection, [filed.beds]),
  };
}

/** What anyone with a receipt's reference and check code can find out: that it is genuine. No figures. */
export interface GenuineReceipt {
  reference: string;
  location: string;
  collection: string;
  month: Month;
  submittedAt: Date;
  late: boolean;
  nil: boolean;
  /** Whether it is for a window; other updates are given any day. */
  monthly: boolean;
  /** Whether a later return took its place. */
  superseded: boolean;
}

/** Whether a receipt is genuine: null if no receipt has this reference with this code. */
export async function receiptGenuine(reference: string, code: string): Promise<GenuineReceipt | null> {
  const [sought, checkCode] = [readReference(reference), readCheckCode(code)];
  if (sought === null || checkCode === null) return null;
  const row = await db.return.findFirst({
    where: { reference: sought, checkCode },
    include: { location: { select: { name: true } } },
  });
  if (!row) return null;
  return {
    reference: row.reference,
    location: row.location.name,
    collection: collections[row.collection].label,
    month: row.month.toISOString().slice(0, 7),
    submittedAt: row.submittedAt,
    late: row.late,
    nil: row.nilReason !== null,
    monthly: isMandated(row.collection),
    superseded: row.supersededAt !== null,
  };
}
