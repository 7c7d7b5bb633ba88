import pg from "pg";
import { asUser } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { db, disconnect } from "@/lib/db";
import { startDemoClock } from "@/lib/demo-clock";
import { addUpMonths } from "@/lib/reports/add-up-months";
import { freezeWindows } from "@/lib/reports/official/freeze-windows";
import { bareSql, listenToStatements, statementsOf } from "./national/bare-sql";
import { type ReportPage, reportPages } from "./national/report-pages";
import { served } from "./national/served";

/**
 * Measures every dashboard and report over an England of full size with 36 closed windows, for someone who sees all of
 * it: on the server, beside the same SQL on its own, and over HTTP, the first view and later ones. What grows with an
 * area shows in the same page of a council, a board, a region and England.
 */
const rounds = Number(process.argv[2] ?? 5);
const target = { p95_ms: 100, first_view_ms: 300, of_bare_sql: 2 };

interface Measured {
  key: string;
  first: number;
  later: number[];
  bare: number;
}

async function main(): Promise<void> {
  await startDemoClock(now());
  const from = performance.now();
  console.log(
    await addUpMonths(now()),
    await freezeWindows(now()),
    `${Math.round((performance.now() - from) / 1000)} s`,
  );
  const user = asUser({ ...someone, kind: "support", grants: [] });
  const pages = await reportPages(user, now());
  listenToStatements();
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: "-c timezone=UTC" });
  await client.connect();
  const measured: Measured[] = [];
  for (const page of pages) measured.push(await measure(page, client));
  await client.end();
  const locations = await db.location.count({ where: { deregisteredOn: null } });
  await disconnect();
  const http = await served("support", async (ask) => {
    await ask("/home");
    const first: number[] = [];
    const later: number[] = [];
    for (const { path } of pages) first.push(await ask(path));
    for (let round = 0; round < rounds; round++) for (const { path } of pages) later.push(await ask(path));
    return { first: sorted(first), later: sorted(later) };
  });
  for (const { key, first, later, bare } of measured)
    console.log(`${key.padEnd(52)} ${ms(first)} ${ms(at(sorted(later), 0.5))} ${ms(bare)}`);
  const all = sorted(measured.flatMap(({ later }) => later));
  const over = measured.filter(({ later, bare }) => at(sorted(later), 0.5) > target.of_bare_sql * bare + 5);
  const slow = measured.filter(({ later }) => at(sorted(later), 0.95) > target.p95_ms);
  console.log(
    JSON.stringify({
      name: "reports",
      ...{ locations, pages: pages.length, server_p50_ms: at(all, 0.5), server_p95_ms: at(all, 0.95) },
      ...{
        http_p95_ms: at(http.later, 0.95),
        first_view_p95_ms: at(http.first, 0.95),
        first_view_max_ms: at(http.first, 1),
      },
      over_target: slow.map(({ key }) => key),
      over_twice_bare_sql: over.map(({ key }) => key),
      target,
    }),
  );
}

async function measure({ key, load }: ReportPage, client: pg.Client): Promise<Measured> {
  const timed = async () => {
    const from = performance.now();
    await load(now());
    return performance.now() - from;
  };
  const first = await timed();
  const later: number[] = [];
  for (let round = 0; round < rounds; round++) later.push(await timed());
  const statements = await statementsOf(() => load(now()));
  return {
    key,
    first,
    later,
    bare: await bareSql(
      client,
      statements.filter(({ text }) => isRead(text)),
      rounds,
    ),
  };
}

const isRead = (text: string) => /^\s*(?:select|with)\b/i.test(text);
const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);
const at = (times: readonly number[], share: number): number =>
  Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN) * 10) / 10;
const ms = (time: number) => `${Math.round(time)} ms`.padStart(9);
const someone = {
  id: 1,
  name: "Bench",
  email: "bench@england.example",
  generic: false,
  findsCapacity: false,
  session: "b",
};

void main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
