import pg from "pg";
import { databaseFaults, databaseState } from "@/lib/database/state";
import { db, disconnect } from "@/lib/db";
import { submitReturn } from "@/lib/returns/submit-return";
import { cast, inWindow } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

/** The app's own login, without the app: what someone could do who had taken it over. */
let app: pg.Client;

const answers = ["care_home_answers", "home_care_answers", "continuity_answers", "home_care_daily_answers"];
const kept = ["return", ...answers, "bed_update", "bed_count", "accepted_warning"];
const denied = /permission denied|must be owner|must have admin option/;

beforeAll(async () => {
  await emptyDatabase();
  const world = await cast();
  const filed = await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  expect(filed.ok).toBe(true);
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
});
beforeEach(() => app.query("begin"));
afterEach(() => app.query("rollback"));
afterAll(async () => {
  await app.end();
  await disconnect();
});

const count = async (table: string) =>
  Number((await (await asOwner()).query<{ n: string }>(`select count(*) as n from "${table}"`)).rows[0]?.n);

it("the app's login is not a superuser and cannot change tables", async () => {
  expect(await databaseState()).toMatchObject({ superuser: false, ddl: false });
  expect(databaseFaults(await databaseState()).join()).not.toContain("DATABASE_URL");
});

it.each([
  "create table mine (id int)",
  "create schema mine",
  "create function public.mine() returns int language sql as 'select 1'",
  "alter table account add column mine int",
  'alter table "return" disable trigger all',
  "drop table audit",
  "truncate audit",
  'truncate "return" cascade',
  "create role mine",
  "grant capacity_worker to current_user",
  "create or replace function audit_row() returns trigger language plpgsql as 'begin return null; end'",
  "set session_replication_role = replica",
  "update _prisma_migrations set finished_at = null",
  "insert into audit (at, actor, \"table\", row_id, operation) values (now(), 'me', 'account', '1', 'update')",
])("the app's login may not: %s", async (sql) => {
  await expect(app.query(sql)).rejects.toThrow(denied);
});

it.each(["update import_run set actor = 'me'", "update import_run set rows = 0", "delete from import_run"])(
  "what was imported, when and by whom stays as it was written: %s",
  async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(denied);
  },
);

it.each(kept)("what was filed in %s can be neither changed nor deleted by the app", async (table) => {
  const { rows } = await app.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1",
    [table],
  );
  const columns = rows.map(({ name }) => name).filter((name) => table !== "return" || name !== "superseded_at");
  expect(columns.length).toBeGreaterThan(1);
  for (const column of columns) {
    await app.query("savepoint before");
    await expect(app.query(`update "${table}" set "${column}" = "${column}"`)).rejects.toThrow(denied);
    await app.query("rollback to before");
  }
  await expect(app.query(`delete from "${table}"`)).rejects.toThrow(denied);
});

it.each(["audit", "disclosure", "sign_in_event"])("rows of %s stay as they are", async (table) => {
  for (const sql of [`update "${table}" set at = now()`, `delete from "${table}"`]) {
    await app.query("savepoint before");
    await expect(app.query(sql)).rejects.toThrow(denied);
    await app.query("rollback to before");
  }
});

it("a return is superseded once, and neither again nor undone", async () => {
  const supersede = 'update "return" set superseded_at = $1';
  expect((await app.query(supersede, [inWindow])).rowCount).toBe(1);
  for (const again of [inWindow, null]) {
    await app.query("savepoint before");
    await expect(app.query(supersede, [again])).rejects.toThrow("only superseded, and that once");
    await app.query("rollback to before");
  }
});

it("even the owner of the tables cannot change returns or the audit without removing their guards", async () => {
  const owner = await asOwner();
  expect(await count("audit")).toBeGreaterThan(0);
  for (const sql of [
    'update "return" set late = true',
    'delete from "return"',
    "update care_home_answers set nurses_employed = 0",
    "delete from bed_count",
    "update audit set actor = 'nobody'",
    "delete from audit",
  ])
    await expect(owner.query(sql)).rejects.toThrow(/never changed|never deleted|kept as they are/);
});

it.each(["account", "access", "access_request", "registration", "location", "provider"])(
  "the app deletes nothing of %s",
  async (table) => {
    await expect(app.query(`delete from "${table}"`)).rejects.toThrow(denied);
  },
);

it("a change that names no one is refused; one that does records who, why, before and after", async () => {
  const change = "update location set name = 'Rosewood Hall' where name = 'Rosewood'";
  await app.query("savepoint before");
  await expect(app.query(change)).rejects.toThrow("A change of location needs to say who makes it");
  await app.query("rollback to before");
  await app.query("select set_config('capacity.actor', 'sam', true), set_config('capacity.reason', 'new sign', true)");
  expect((await app.query(change)).rowCount).toBe(1);
  const { rows } = await app.query(
    "select actor, reason, operation, before, after from audit order by id desc limit 1",
  );
  expect(rows).toEqual([
    {
      actor: "sam",
      reason: "new sign",
      operation: "update",
      before: { name: "Rosewood" },
      after: { name: "Rosewood Hall" },
    },
  ]);
});

it("the app's statements have an end, wait briefly for locks, are in UTC and are not compiled", async () => {
  const [said] = await db.$queryRaw<object[]>`
    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
           current_setting('timezone') as zone, current_setting('jit') as jit`;
  expect(said).toEqual({ statement: "5s", lock: "2s", zone: "UTC", jit: "off" });
});

it("jobs are queued only through one function, and the queue itself cannot be reached", async () => {
  await app.query("select queue_job('tick', '{}')");
  for (const sql of [
    "select * from graphile_worker.jobs",
    "select graphile_worker.add_job('tick')",
    "select * from graphile_worker._private_jobs",
  ]) {
    await app.query("savepoint before");
    await expect(app.query(sql)).rejects.toThrow(denied);
    await app.query("rollback to before");
  }
});
