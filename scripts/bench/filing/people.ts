import { openSession } from "@/lib/accounts/open-session";
import { db, system, transact } from "@/lib/db";
import { careHomeTyped, fluTyped } from "@/tests/support/rosewood";

/** Someone who has signed in, and the one home they file for. */
export interface Filer {
  accountId: number;
  token: string;
  locationId: number;
}

/** What each of them files, in a month with questions about flu. */
export const typed: Readonly<Record<string, string>> = { ...careHomeTyped, ...fluTyped };

/**
 * Fills an empty database with people who each have a home, a year of returns for it, a draft that is ready to send,
 * and a session. They approve for their home, so that each can also make a key for another system.
 */
export async function putFilers(count: number, now: Date): Promise<Filer[]> {
  const filers = await transact(
    system("bench"),
    "people who file",
    async (tx) => {
      await tx.$executeRaw`insert into provider (register, register_id, name) values ('demo', 'BENCH', 'Bench Care')`;
      await tx.$executeRaw`
      insert into location (register, register_id, provider_id, name, types, postcode, address_lines, care_home, beds,
                            registered_on, local_authority_id, services, specialisms, activities, user_bands, predecessors, successors)
      select 'demo', 'BENCH-' || n, (select id from provider where register_id = 'BENCH'), 'Home ' || n, '{care_home}',
             'OL1 1AA', '{1 High Street}', true, 40, '2020-01-01',
             (select id from area where kind = 'local_authority' order by id offset n % 100 limit 1), '{}', '{}', '{}', '{}', '{}', '{}'
        from generate_series(1, ${count}::int) n`;
      await tx.$executeRaw`
      insert into account (email, full_name, telephone, job_title, kind, created_at)
      select 'filer' || n || '@bench.example', 'Filer ' || n, '01632 960001', 'Manager', 'care_home', ${now}
        from generate_series(1, ${count}::int) n`;
      await tx.$executeRaw`
      insert into access (account_id, location_id, level, granted_at)
      select a.id, l.id, 'approver', ${now} from account a
        join location l on l.register_id = 'BENCH-' || substring(a.email from 'filer(\\d+)@')`;
      const rows = await tx.$queryRaw<{ account: number; location: number }[]>`
      select account_id as account, location_id as location from access order by account_id`;
      return rows;
    },
    { timeout: 120_000 },
  );
  await putHistory(now);
  await transact(
    system("bench"),
    "drafts",
    (tx) =>
      tx.$executeRaw`
      insert into return_draft (location_id, collection, month, typed, version, saved_at, saved_by_id)
      select location_id, 'care_home', date_trunc('month', ${now}::timestamptz)::date, ${JSON.stringify(typed)}::jsonb, 1, ${now}, account_id
        from access`,
  );
  const signedIn: Filer[] = [];
  for (const { account, location } of filers) {
    const holder = { id: account, kind: "care_home", generic: false } as const;
    const token = await transact(system("bench"), "signs in", (tx) =>
      openSession(tx, { holder, purpose: "full", remembered: false, passwordAt: now }, now),
    );
    signedIn.push({ accountId: account, token, locationId: location });
  }
  return signedIn;
}

/** Twelve months of returns and beds for every home that someone files for, filed on the 9th. */
export async function putHistory(now: Date): Promise<void> {
  for (let ago = 12; ago >= 1; ago--)
    await transact(
      system("bench"),
      "returns of the year before",
      async (tx) => {
        const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1));
        const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 9, 10));
        await tx.$executeRaw`
        with stated as (
          insert into bed_update (location_id, at, by_id, source, open_to_admissions, idempotency_key)
          select location_id, ${at}, account_id, 'demo', true, 'bench-' || location_id || '-' || ${ago}::int from access
          returning id, location_id, by_id),
        counted as (
          insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting)
          select id, 'GEN_RES', 20, 15, 1, 3 from stated),
        filed as (
          insert into "return" (reference, check_code, location_id, collection, month, late, source, submitted_at,
                                submitted_by_id, idempotency_key, bed_update_id)
          select 'BENCH-' || location_id || '-' || ${ago}::int, 'BENCH', location_id, 'care_home', ${month}::date, false,
                 'demo', ${at}, by_id, 'bench-' || location_id || '-' || ${ago}::int, id from stated
          returning id)
        insert into care_home_answers (return_id, nurses_employed, care_workers_employed, non_care_workers_employed,
          agency_nurses, agency_care_workers, agency_non_care_workers, nurses_absent_covid, care_workers_absent_covid,
          non_care_workers_absent_covid, nurses_absent_general, care_workers_absent_general,
          non_care_workers_absent_general, hours_paid, hours_overtime, hours_agency, hours_absence, visitors_accommodated)
        select id, 4, ${20 + (ago % 4)}::int, 6, 1, 2, 0, 0, 1, 0, 1, 2, 0, 4000, 120, 60, 75, true from filed`;
      },
      { timeout: 120_000 },
    );
}

export interface Standing {
  filed: number;
  homes: number;
  receipts: number;
  fsync: string;
  commit: string;
}

/** How many returns count for the month, how many receipts are emailed, and whether the database waits for its disk. */
export async function standing(now: Date): Promise<Standing> {
  const [row] = await db.$queryRaw<Standing[]>`
    select count(*)::int as filed, count(distinct location_id)::int as homes,
           (select count(*)::int from email where template = 'receipt') as receipts,
           current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit
      from "return" where month = date_trunc('month', ${now}::timestamptz)::date and superseded_at is null`;
  if (!row) throw new Error("There is nothing in the database");
  return row;
}
