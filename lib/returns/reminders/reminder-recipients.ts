import { filesReturnsSql } from "@/lib/access/kinds-sql";
import { countsNowSql } from "@/lib/access/grants";
import { db, Prisma } from "@/lib/db";
import { isAddress } from "@/lib/outbox/email-address";
import { grouped } from "./grouped";
import type { OwedReturn } from "./owed-returns";

/** Someone who files for a location, or its manager contact. */
export interface ReminderRecipient {
  email: string;
  name: string | null;
  /** Their account, where they have one with access to one of the locations. */
  accountId: number | null;
  due: DueForRecipient[];
}

export interface DueForRecipient extends OwedReturn {
  /** Whether this person may press "nothing has changed" in the mail: a Standard user, known by name, without a second factor. */
  oneEasyPress: boolean;
}

/** One way in which someone is to be told about a location. */
export interface PersonOfLocation {
  location: number;
  email: string;
  name: string | null;
  account: number | null;
  easy: boolean;
}

/**
 * Who to write to about returns, with what: each location's users who may file, and its manager contact. One entry an
 * address, however many ways it comes up.
 */
export async function reminderRecipients(owed: readonly OwedReturn[], now: Date): Promise<ReminderRecipient[]> {
  if (owed.length === 0) return [];
  const rows = await peopleOfLocations([...new Set(owed.map(({ locationId }) => locationId))], filesReturnsSql, now);
  const byLocation = grouped(owed, ({ locationId }) => locationId);
  const readers = new Map<string, ReminderRecipient>();
  for (const row of rows) {
    if (!isAddress(row.email)) continue;
    const key = row.email.toLowerCase();
    const reader = readers.get(key) ?? { email: row.email, name: row.name, accountId: row.account, due: [] };
    readers.set(key, reader);
    for (const one of byLocation.get(row.location) ?? []) {
      const known = reader.due.some((due) => due.locationId === one.locationId && due.collection === one.collection);
      if (!known) reader.due.push({ ...one, oneEasyPress: row.easy });
    }
  }
  return [...readers.values()];
}

/**
 * The people of locations: users `a` for whom `who` holds, and manager contacts. Users come first: a manager contact who
 * has an account is met as its holder.
 */
export const peopleOfLocations = (locations: number[], who: Prisma.Sql, now: Date) => db.$queryRaw<PersonOfLocation[]>`
  with live as (
    select g.account_id, g.location_id, g.provider_id, g.level from access g
     where ${countsNowSql(now)}
  ), reach as (
    select account_id, level, location_id as location from live where location_id = any(${locations})
    union select live.account_id, live.level, l.id from live join location l on l.provider_id = live.provider_id where l.id = any(${locations})
    union select live.account_id, live.level, l.id from live join location l on l.dual_provider_id = live.provider_id where l.id = any(${locations})
  )
  select r.location, a.email, a.full_name as name, a.id as account,
         bool_and(r.level = 'standard') and not a.generic and a.totp_confirmed_at is null and a.password_set_at is not null as easy
    from reach r join account a on a.id = r.account_id
   where a.deactivated_at is null and ${who}
   group by r.location, a.id
  union all
  select c.location_id, c.email, max(c.name), null, false from contact c
   where c.role = 'Manager' and c.ended_at is null and c.email is not null and c.location_id = any(${locations})
   group by c.location_id, c.email
   order by account nulls last, location`;
