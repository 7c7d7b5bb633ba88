import { asUser } from "@/lib/access/user";
import { db, disconnect, system, transact } from "@/lib/db";
import { people, type PeopleFilters, type PeoplePage } from "@/lib/people/queries";
import { thinPlaces } from "@/lib/people/cover";
import { analyse } from "./national/analyse";

const group = { users: 10_000, locations: 400 };
const others = 20_000;
const rounds = 40;
const now = new Date("2026-11-10T10:00:00Z");

/**
 * Measures a page of Manage users for an approver of a group with 400 locations and 10,000 users, in a database with
 * 20,000 other users.
 */
async function measure(): Promise<void> {
  await fill();
  await analyse();
  const ids = (await db.location.findMany({ where: { provider: { registerId: "P-0" } }, select: { id: true } })).map(
    ({ id }) => id,
  );
  const byLocation = approver(ids.map((locationId) => ({ level: "approver" as const, locationId })));
  const { id: providerId } = await db.provider.findFirstOrThrow({ where: { registerId: "P-0" } });
  const byProvider = approver([{ level: "approver", providerId }]);
  const asked: [string, typeof byLocation, PeopleFilters, Omit<PeoplePage, "size">][] = [
    ["first page", byLocation, {}, { page: 1 }],
    ["last page", byLocation, {}, { page: 400 }],
    ["by last sign-in", byLocation, {}, { by: "signedIn", descending: true, page: 3 }],
    ["search by name", byLocation, { words: "person 77" }, { page: 1 }],
    ["search by place", byLocation, { words: "home 12" }, { page: 1 }],
    ["waiting", byLocation, { show: "waiting" }, { page: 1 }],
    ["as approver of the provider", byProvider, {}, { page: 1 }],
  ];
  const results: Record<string, { median: number; p95: number }> = {};
  const every: number[] = [];
  for (const [name, user, filters, page] of asked) {
    const times: number[] = [];
    for (let round = 0; round < rounds + 3; round++) {
      const began = performance.now();
      const { total } = await people(user, filters, { ...page, size: 25 }, now);
      if (total === 0) throw new Error(`${name}: no one was found`);
      if (round >= 3) times.push(performance.now() - began);
    }
    every.push(...times);
    results[name] = { median: at(times, 0.5), p95: at(times, 0.95) };
    console.log(`${name}: median ${results[name].median} ms, p95 ${results[name].p95} ms`);
  }
  const flags: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await thinPlaces(byLocation, now);
    flags.push(performance.now() - began);
  }
  results["locations with too few people"] = { median: at(flags, 0.5), p95: at(flags, 0.95) };
  const worst = Math.max(...Object.values(results).map(({ p95 }) => p95));
  console.log(
    JSON.stringify({
      users: group.users,
      p95: at(every, 0.95),
      worst,
      target: 100,
      met: at(every, 0.95) < 100,
      results,
    }),
  );
}

const approver = (grants: Parameters<typeof asUser>[0]["grants"]) =>
  asUser({
    id: 1,
    name: "Approver of the group",
    email: "approver@group.example",
    kind: "care_home",
    generic: false,
    findsCapacity: false,
    session: "bench",
    grants,
  });

const at = (times: number[], share: number) =>
  Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0) * 10) / 10;

async function fill(): Promise<void> {
  await transact(
    system("bench"),
    "a group",
    async (tx) => {
      await tx.$executeRaw`select set_config('capacity.bulk', 'on', true)`;
      await tx.$executeRaw`insert into provider (register, register_id, name, address_lines)
        select 'demo', 'P-' || n, 'Provider ' || n, '{}' from generate_series(0, 99) n`;
      await tx.$executeRaw`insert into location (register, register_id, provider_id, name, types, address_lines, postcode,
          services, specialisms, activities, user_bands, predecessors, successors, care_home, beds, dormant)
        select 'demo', 'L-' || n, (select id from provider where register_id = 'P-' || case when n <= ${group.locations} then 0 else 1 + n % 99 end),
               'Home ' || n, '{care_home}', '{}', 'OL1 1AA', '{}', '{}', '{}', '{}', '{}', '{}', true, 30, false
          from generate_series(1, 4000) n`;
      await tx.$executeRaw`insert into account (email, full_name, telephone, job_title, kind, created_at, last_signed_in_at, password_set_at, generic, finds_capacity, communications)
        select 'person' || n || '@group.example', 'Person ' || n || ' Surname' || (n * 7919) % 5000, '01632 960001', 'Manager', 'care_home',
               ${now}::timestamptz - interval '400 days', case when n % 3 > 0 then ${now}::timestamptz - n % 300 * interval '1 day' end,
               case when n % 9 > 0 then ${now}::timestamptz - n % 360 * interval '1 day' end, false, false, false
          from generate_series(1, ${group.users + others}::int) n`;
      await tx.$executeRaw`insert into access (account_id, location_id, level, granted_at)
        select a.n, l.id, case when a.n % 20 = 0 then 'approver'::access_level else 'standard' end, ${now}::timestamptz - interval '300 days'
          from generate_series(1, ${group.users + others}::int) a(n)
          cross join lateral (values (0), (1)) twice(k)
          join location l on l.register_id = 'L-' || case when a.n <= ${group.users} then 1 + (a.n * 13 + k * 57) % ${group.locations}
                                                          else ${group.locations} + 1 + (a.n * 13 + k * 57) % (4000 - ${group.locations}) end`;
    },
    { timeout: 120_000 },
  );
}

void measure()
  .finally(disconnect)
  .catch((fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  });
