import { findableSql } from "@/lib/access/scope";
import { type Criteria, criteriaIn } from "@/lib/capacity/criteria";
import { findWhere } from "@/lib/capacity/find-capacity";
import { type Whereabouts, whereaboutsOf } from "@/lib/capacity/whereabouts";
import { now } from "@/lib/clock";
import { db, disconnect } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { randomSearches } from "./national/random-searches";
import { databaseCpu } from "./national/database-cpu";

/**
 * Measures how long a search takes in a register of national size, for random positions and filters: the search with
 * all its counts, the bare statement that only finds the nearest, a scan without an index, and 4 and 40 searches at
 * once.
 */
const searches = Number(process.argv[2] ?? 400);
const target_ms = 50;

async function main(): Promise<void> {
  await startDemoClock(now());
  const asked = await askedFor(searches);
  for (const one of asked.slice(0, 50)) await find(one);
  const cpu = [await databaseCpu()];
  const ours = await timed(asked, find);
  cpu.push(await databaseCpu());
  const bare = await timed(asked, nearest);
  const scan = await timed(asked.slice(0, 60), everything);
  const perSecond4 = await perSecond(asked, 4);
  const perSecond40 = await perSecond(asked, 40);
  const locations = await db.location.count({ where: { deregisteredOn: null } });
  await disconnect();
  console.log(
    JSON.stringify({
      name: "find",
      locations,
      searches: asked.length,
      p50_ms: at(ours, 0.5),
      p95_ms: at(ours, 0.95),
      slowest_ms: at(ours, 1),
      database_cpu_ms_each: cpuEach(cpu, asked.length),
      target_ms,
      bare_sql_p95_ms: at(bare, 0.95),
      ratio: Math.round((at(ours, 0.95) / at(bare, 0.95)) * 100) / 100,
      naive_scan_p50_ms: at(scan, 0.5),
      per_second_at_4: perSecond4,
      per_second_at_40: perSecond40,
      ratio_40_to_4: Math.round((perSecond40 / perSecond4) * 100) / 100,
    }),
  );
}

interface Asked {
  criteria: Criteria;
  where: Whereabouts;
}

const find = ({ criteria, where }: Asked) => findWhere(findableSql, criteria, where, now());

const near = (where: Whereabouts) =>
  where.kind === "unknown" || !where.point ? { latitude: 53, longitude: -1.5 } : where.point;

/** The nearest twenty with a free bed, in the simplest SQL: no counts and no ranking. */
const nearest = ({ where, criteria }: Asked) => {
  const { latitude, longitude } = near(where);
  return db.$queryRaw`
    select l.id, l.name, sum(b.accepting) as free from location l
      join newest_statement n on n.location_id = l.id join bed_count b on b.bed_update_id = n.bed_update_id
     where l.deregistered_on is null and ${criteria.service}::location_type = any(l.types)
       and (l.latitude - ${latitude}) ^ 2 + (0.36 * (l.longitude - ${longitude}) ^ 2) < (${criteria.within} / 69.0) ^ 2
     group by l.id order by min((l.latitude - ${latitude}) ^ 2 + (0.36 * (l.longitude - ${longitude}) ^ 2)) limit 20`;
};

/** Finds the newest statement of every location and works out the distance of each. */
const everything = ({ where }: Asked) => {
  const { latitude, longitude } = near(where);
  return db.$queryRaw`
    select l.id, (select sum(b.accepting) from bed_count b where b.bed_update_id =
                   (select max(u.id) from bed_update u where u.location_id = l.id)) as free
      from location l where l.deregistered_on is null
     order by acos(least(1, sin(radians(l.latitude)) * sin(radians(${latitude})) + cos(radians(l.latitude))
                * cos(radians(${latitude})) * cos(radians(l.longitude - ${longitude})))) limit 20`;
};

async function askedFor(count: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  for await (const params of randomSearches()) {
    const criteria = criteriaIn(params);
    const where = await whereaboutsOf(criteria, now());
    if (where.kind !== "unknown") asked.push({ criteria, where });
    if (asked.length === count) break;
  }
  return asked;
}

async function timed(asked: readonly Asked[], work: (one: Asked) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const one of asked) {
    const from = performance.now();
    await work(one);
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}

async function perSecond(asked: readonly Asked[], atOnce: number): Promise<number> {
  const from = performance.now();
  let next = 0;
  const worker = async () => {
    for (let one = asked[next++]; one !== undefined; one = asked[next++]) await find(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return Math.round((asked.length * 10_000) / (performance.now() - from)) / 10;
}

/** The database's processor time for each search, which a busy machine does not increase. */
const cpuEach = ([before = null, after = null]: (number | null)[], times: number): number | null =>
  before === null || after === null ? null : Math.round(((after - before) / times) * 10) / 10;

const at = (times: readonly number[], share: number): number =>
  Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN) * 10) / 10;

void main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
