import { randomBytes } from "node:crypto";
import { ask, newAddress } from "./support";

/** A home of its own with last month's figures and someone who files for it. */
export interface Own {
  email: string;
  account: number;
  home: number;
  month: string;
}

export const owner = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  ask<Row>(sql, values, true);

export async function one<Row extends Record<string, unknown>>(sql: string, values: unknown[]): Promise<Row> {
  const [row] = await owner<Row>(sql, values);
  if (!row) throw new Error("The demo lacks what this test copies.");
  return row;
}

/** Copies the demo's manager and home, with its newest return of an earlier month: flu is answered in it. */
export async function ownHome(name: string): Promise<Own> {
  const email = newAddress();
  const was = await one<{ account: number; home: number; filed: number; beds: number; month: string }>(
    `select a.id as account, g.location_id as home, r.id as filed, r.bed_update_id as beds,
            to_char(now() + (select value::float8 from setting where key = 'clock_offset_ms') * interval '1 ms', 'YYYY-MM') as month
       from account a join access g on g.account_id = a.id
       join "return" r on r.location_id = g.location_id and r.collection = 'care_home' and r.superseded_at is null
       join care_home_answers c on c.return_id = r.id
      where a.email = 'manager@demo.example'
        and r.month < date_trunc('month', now() + (select value::float8 from setting where key = 'clock_offset_ms') * interval '1 ms')
      order by r.submitted_at desc limit 1`,
    [],
  );
  const { id: home } = await one<{ id: number }>(
    `insert into location (register, register_id, name, provider_id, types, postcode, address_lines, town, care_home, beds,
                           registered_on)
     select register, $2, $3, provider_id, types, postcode, address_lines, town, care_home, beds, registered_on
       from location where id = $1 returning id`,
    [was.home, `D-${randomBytes(4).toString("hex")}`, name],
  );
  const { id: account } = await one<{ id: number }>(
    `insert into account (email, full_name, telephone, job_title, kind, password_hash, password_set_at, created_at)
     select $2, 'Priya Presses', telephone, job_title, kind, password_hash, password_set_at, created_at
       from account where id = $1 returning id`,
    [was.account, email],
  );
  await owner(
    "insert into access (account_id, location_id, level, granted_at) select $1, $2, 'standard', created_at from account where id = $1",
    [account, home],
  );
  const { id: beds } = await one<{ id: number }>(
    `insert into bed_update (location_id, at, by_id, source, open_to_admissions, idempotency_key)
     select $2, at, $3, source, open_to_admissions, $4 from bed_update where id = $1 returning id`,
    [was.beds, home, account, randomBytes(8).toString("hex")],
  );
  await owner(
    `insert into bed_count (bed_update_id, bed_type_key, capacity, occupied, reserved, accepting, open)
     select $2, bed_type_key, capacity, occupied, reserved, accepting, open from bed_count where bed_update_id = $1`,
    [was.beds, beds],
  );
  const { id: filed } = await one<{ id: number }>(
    `insert into "return" (reference, check_code, location_id, collection, month, late, source, submitted_at,
                           submitted_by_id, idempotency_key, bed_update_id)
     select $4, check_code, $2, collection, month, late, source, submitted_at, $3, $4, $5 from "return" where id = $1
     returning id`,
    [was.filed, home, account, `RET-${randomBytes(8).toString("hex")}`, beds],
  );
  const flu = { return_id: filed, flu_residents: 1, flu_staff: 1, flu_agency_staff: 0 };
  await owner(
    `insert into care_home_answers select (jsonb_populate_record(null::care_home_answers, to_jsonb(a) || $2)).*
       from care_home_answers a where a.return_id = $1`,
    [was.filed, JSON.stringify(flu)],
  );
  return { email, account, home, month: was.month };
}

/**
 * Flu was asked last month too, so that nothing is new in the month in which the winter begins. What support says of a
 * season replaces the usual winters, so these are listed with it.
 */
export async function fluWasAsked(): Promise<void> {
  if ((await owner("select from season where key = 'flu'")).length > 0) return;
  await owner(
    `insert into season (key, "from", until)
     select 'flu', make_date(year, 11, 1), make_date(year + 1, 3, 1) from generate_series(2024, 2040) year
     union all
     select 'flu', last, last
       from (select (date_trunc('month', now() + value::float8 * interval '1 ms') - interval '1 month')::date as last
               from setting where key = 'clock_offset_ms') clock`,
  );
}
