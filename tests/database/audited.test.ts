import { entryInWords } from "@/lib/audit/in-words";
import { auditEntries } from "@/lib/audit/queries";
import { auditSubjects } from "@/lib/audit/subjects";
import { db, disconnect, system, transact } from "@/lib/db";
import { extendWindow } from "@/lib/windows/support/extend-window";
import { cast, inWindow } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { writeBare } from "@/tests/support/write-bare";

beforeEach(emptyDatabase);
afterAll(disconnect);

/** Tables without an audit, by the reason why. A table that is made is audited, or put here. */
const without = {
  "a record in itself: it holds who, when and what, and is added to alone": [
    ...["accepted_warning", "bed_count", "bed_free_from", "bed_offer", "bed_update", "flexible_bed", "return"],
    ...["care_home_answers", "continuity_answers", "home_care_answers", "home_care_daily_answers"],
    ...["disclosure", "import_run", "pre_registration_result", "workbook_answer", "workbook_return"],
  ],
  "what the service does by itself, or someone does who is not signed in yet": ["job_run", "sign_in_event"],
  "secrets, their hashes and counts, which no audit may hold": [
    ...[
      "api_secret",
      "bed_link",
      "old_password",
      "rate_limit",
      "recovery_code",
      "reset_link",
      "return_link",
      "session",
    ],
    ...["sign_in_lane", "spent_challenge", "webhook_earlier_secret", "webhook_secret"],
  ],
  "what someone has opened, which tells nothing of anyone else": ["news_read"],
  "what a register or the map says, recorded by its import": [
    ...["area_successor", "boundary", "outcode", "population", "postcode", "rating"],
  ],
  "in work: kept until it is sent, confirmed or done with": [
    ...["api_sending", "email", "import_upload", "import_upload_line", "import_upload_part", "pre_registration"],
    ...["registration_draft", "return_draft", "saved_search_match", "shortlisted"],
    ...["webhook_delivery", "webhook_event", "workbook", "workbook_file", "workbook_row"],
  ],
  "kept once when a window has closed, and never changed": ["frozen_window", "owed_at_close", "total_shown"],
  "worked out every night from what homes said": ["area_month", "shelf_life", "shelf_life_of_kind"],
  "what anyone may read, worked out from what homes said": ["open_feed", "open_place"],
};

/** Tables that the app may write, and whether each write of a row goes to the audit. */
async function written(): Promise<{ name: string; audited: boolean }[]> {
  const owner = await asOwner();
  const { rows } = await owner.query<{ name: string; audited: boolean }>(`
    select relname as name, exists (select from pg_trigger where tgrelid = c.oid and tgname = 'audit_change'
             and tgenabled = 'O' and tgtype & 29 = 29) as audited
      from pg_class c
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and (has_table_privilege('capacity_app', c.oid, 'INSERT') or has_table_privilege('capacity_app', c.oid, 'UPDATE')
            or has_table_privilege('capacity_app', c.oid, 'DELETE'))
     order by 1`);
  return rows;
}

test("every table that the app may write leaves a row in the audit for each write, or says here why not", async () => {
  const rows = await written();
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(({ audited }) => !audited).map(({ name }) => name)).toEqual(Object.values(without).flat().sort());
});

test("a row added, changed and removed leaves three rows in the audit, whatever audited table it is in", async () => {
  const owner = await asOwner();
  const audited = (await written()).filter((table) => table.audited).map(({ name }) => name);
  const left: Record<string, string[]> = {};
  for (const table of audited) {
    await owner.query("begin");
    try {
      await owner.query(
        "select set_config('capacity.actor', 'system:test', true), set_config('capacity.reason', 'a test', true)",
      );
      await writeBare(owner, table);
      const { rows } = await owner.query<{ operation: string; actor: string; named: boolean }>(
        `select operation::text, actor, row_id is not null and reason = 'a test' as named from audit where "table" = $1 order by id`,
        [table],
      );
      left[table] = rows.map(({ operation, actor, named }) => `${operation} by ${actor}${named ? "" : ", of no row"}`);
    } finally {
      await owner.query("rollback");
    }
  }
  const all = ["insert by system:test", "update by system:test", "delete by system:test"];
  expect(left).toEqual(Object.fromEntries(audited.map((table) => [table, all])));
  expect(audited.length).toBeGreaterThan(25);
});

test("no audited table is written without saying who writes", async () => {
  const owner = await asOwner();
  for (const { name } of (await written()).filter(({ audited }) => audited)) {
    await owner.query("begin");
    const refused = await writeBare(owner, name).then(() => "written", String);
    await owner.query("rollback");
    expect(refused).toContain(`A change of ${name} needs to say who makes it`);
  }
});

test("the audit says what was done in the service's words, whatever table it was done to", async () => {
  const { users, at } = await cast();
  const why = { month: "2026-11", locations: "Rosewood", lastDay: "2026-11-20", reason: "Their roof leaks." };
  const location = await db.location.findUniqueOrThrow({ where: { id: at.rosewood } });
  const extended = await extendWindow(users.sam, { ...why, locations: location.registerId }, inWindow);
  expect(extended).toMatchObject({ ok: true });
  const { rows } = await auditEntries(users.sam, {}, { page: 1, size: 200 }, inWindow);
  const subjectOf = await auditSubjects(rows);
  const said = rows.map((row) => entryInWords(row, subjectOf(row)));
  expect(said[0]).toBe("Extended the window of November 2026 for Rosewood");
  expect(said).toEqual(expect.arrayContaining(["Gave Amina Yusuf access to Rosewood", "Added the location Rosewood"]));
  expect(said.filter((sentence) => /\bnull\b|_/.test(sentence))).toEqual([]);
});

test("every table that goes into the audit has its words, and its rows their names", async () => {
  await cast();
  await transact(system("test"), "a test", (tx) => tx.setting.create({ data: { key: "owed_from", value: "2026-11" } }));
  const subjectOf = await auditSubjects([
    { table: "setting", rowId: "owed_from" },
    { table: "bed_type", rowId: "GEN_RES" },
    { table: "account", rowId: "1" },
  ]);
  expect(subjectOf({ table: "bed_type", rowId: "GEN_RES" })).toEqual({ name: "General residential", place: null });
  expect(subjectOf({ table: "setting", rowId: "owed_from" })).toEqual({ name: "owed_from", place: null });
  expect(subjectOf({ table: "account", rowId: "1" })?.name).toBe("Amina Yusuf");
  const subject = { name: "2026-11", place: "Rosewood" };
  const silent = [];
  for (const { name: table } of (await written()).filter(({ audited }) => audited)) {
    await auditSubjects([{ table, rowId: "1" }]);
    const said = entryInWords({ table, rowId: "1", operation: "update", after: {} }, subject);
    if (/ 1$/.test(said)) silent.push(table);
  }
  expect(silent).toEqual([]);
});

test("a demo's audit tells the time of the demo's clock, and a live service's the real one", async () => {
  const change = (value: string) =>
    transact(system("test"), "a test", (tx) =>
      tx.setting.upsert({ where: { key: "some" }, update: { value }, create: { key: "some", value } }),
    );
  const last = () => db.audit.findFirstOrThrow({ where: { rowId: "some" }, orderBy: { id: "desc" } });
  await change("one");
  expect(Math.abs((await last()).at.getTime() - Date.now())).toBeLessThan(60_000);
  const day = 86_400_000;
  await transact(system("test"), "a clock", (tx) =>
    tx.setting.create({ data: { key: "clock_offset_ms", value: String(-30 * day) } }),
  );
  await change("two");
  expect(Math.abs((await last()).at.getTime() + 30 * day - Date.now())).toBeLessThan(60_000);
});
