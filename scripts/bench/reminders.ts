import { db, disconnect, system, transact } from "@/lib/db";
import { announceWindow } from "@/lib/jobs/announce-window";
import { remindOfPasswords } from "@/lib/jobs/remind-of-passwords";
import { remindOfReturns } from "@/lib/jobs/remind-of-returns";
import { reportMissedWindows } from "@/lib/jobs/report-missed-windows";
import { londonInstant } from "@/lib/london";
import { analyse } from "./national/analyse";

const locations = 27_000;
const people = 40_000;
/** The longest that one piece of work may take, in seconds: the next run starts after five minutes. */
const target = 120;

const work: [string, string, (now: Date) => Promise<string>][] = [
  ["window opens", "2026-11-08", announceWindow],
  ["first reminder", "2026-11-13", remindOfReturns],
  ["first reminder again", "2026-11-13", remindOfReturns],
  ["second reminder", "2026-11-15", remindOfReturns],
  ["missed", "2026-11-17", reportMissedWindows],
  ["passwords", "2026-11-17", remindOfPasswords],
];

/**
 * Measures how long it takes to select and queue the reminders for all of England: every location has a Manager contact
 * and about three people who may file, one in ten has filed, nine in ten have figures from the month before.
 */
async function measure(): Promise<void> {
  await fill();
  await analyse();
  const seconds: Record<string, number> = {};
  for (const [name, day, run] of work) {
    const began = performance.now();
    const said = await run(londonInstant(day, "08:30"));
    seconds[name] = Math.round(performance.now() - began) / 1000;
    console.log(`${name}: ${seconds[name]} s, ${said}`);
  }
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const [messages, links] = [await db.email.count(), await db.returnLink.count()];
  const slowest_seconds = Math.max(...Object.values(seconds));
  const measured = { locations, people, messages, links, seconds, slowest_seconds, megabytes, target_seconds: target };
  console.log(JSON.stringify({ name: "reminders", ...measured, ratio: slowest_seconds / target }));
}

async function fill(): Promise<void> {
  await transact(
    system("bench"),
    "a nation",
    async (tx) => {
      await tx.$executeRaw`select set_config('capacity.bulk', 'on', true)`;
      await tx.$executeRaw`insert into provider (register, register_id, name, address_lines)
        select 'demo', 'P-' || n, 'Provider ' || n, '{}' from generate_series(1, 9000) n`;
      await tx.$executeRaw`insert into location (register, register_id, provider_id, name, types, address_lines, postcode,
          services, specialisms, activities, user_bands, predecessors, successors, care_home, beds, dormant)
        select 'demo', 'L-' || n, (select id from provider where register_id = 'P-' || (1 + n % 9000)), 'Place ' || n,
               case when n % 3 = 0 then '{home_care}'::location_type[] else '{care_home}' end,
               '{}', 'OL1 1AA', '{}', '{}', '{}', '{}', '{}', '{}', n % 3 > 0, 30, false
          from generate_series(1, ${locations}::int) n`;
      await tx.$executeRaw`insert into contact (location_id, role, name, email)
        select id, 'Manager', 'Manager ' || id, 'manager' || id || '@place.example' from location`;
      await tx.$executeRaw`insert into account (email, full_name, telephone, job_title, kind, created_at, password_set_at, generic, finds_capacity, communications)
        select 'person' || n || '@place.example', 'Person ' || n, '01632 960001', 'Manager', 'care_home', '2024-01-01',
               timestamptz '2026-11-01' - n % 365 * interval '1 day', false, false, false
          from generate_series(1, ${people}::int) n`;
      await tx.$executeRaw`insert into access (account_id, location_id, level, granted_at)
        select a.id, l.id, case when a.id % 5 = 0 then 'approver'::access_level else 'standard' end, '2024-01-01'
          from account a
          cross join lateral (values (0), (1)) twice(k)
          join location l on l.register_id = 'L-' || (1 + (a.id * 13 + k * 577) % ${locations}::int)
        on conflict do nothing`;
      await tx.$executeRaw`insert into "return" (reference, check_code, location_id, collection, month, late, source,
          submitted_at, submitted_by_id, idempotency_key)
        select 'RET-' || l.id || '-' || m, 'check', l.id, (case when l.care_home then 'care_home' else 'home_care' end)::collection,
               m, false, 'form', m + interval '9 days', (select min(id) from account), 'key-' || l.id || '-' || m
          from location l cross join (values (date '2026-10-01', 9), (date '2026-11-01', 1)) month(m, share)
         where l.id % 10 < share`;
    },
    { timeout: 300_000 },
  );
}

void measure()
  .catch((fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  })
  .finally(disconnect);
