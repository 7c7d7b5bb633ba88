import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { entryInWords } from "@/lib/audit/in-words";
import { auditBefore, auditEntries, type AuditFilters } from "@/lib/audit/queries";
import { auditSubjects, tablesOfLocations } from "@/lib/audit/subjects";
import { db, disconnect } from "@/lib/db";
import { submitReturn } from "@/lib/returns/submit-return";
import { openRecord } from "@/lib/people/support/open-record";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { state } from "@/tests/support/stating";

let world: Cast;
const minute = 60_000;
const after = (minutes: number) => new Date(inWindow.getTime() + minutes * minute);
const now = after(60);

const filed = async (by: User, locationId: number, at: Date) => {
  const sent = await submitReturn(by, filingOf(locationId), at);
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  return sent.value.reference;
};

/** What the audit says, newest first, of returns and bed updates alone. */
async function said(filters: AuditFilters): Promise<string[]> {
  const { rows } = await auditEntries(world.users.sam, filters, { page: 1, size: 100 }, now);
  const own = rows.filter(({ table }) => table === "return" || table === "bed_update");
  const subjectOf = await auditSubjects(own);
  return own.map((row) => `${row.actor}: ${entryInWords(row, subjectOf(row))}`);
}

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

test("the audit finds a return and a bed update by who sent it, by its location, by its day and by its reference", async () => {
  const { users, at } = world;
  const reference = await filed(users.amina, at.rosewood, inWindow);
  await state(users.amina, at.rosewood, { at: after(1), free: { GEN_RES: 2 } });
  const both = [
    "amina@cast.example: Updated the beds of Rosewood",
    "amina@cast.example: Filed the care home return for Rosewood, November 2026",
  ];
  expect(await said({})).toEqual(both);
  expect(await said({ words: "amina" })).toEqual(both);
  expect(await said({ location: "rosewood" })).toEqual(both);
  const { registerId } = await db.location.findUniqueOrThrow({ where: { id: at.rosewood } });
  expect(await said({ location: registerId.toLowerCase() })).toEqual(both);
  await openRecord(users.sam, users.amina.id, { reason: "She asked what she has filed." }, now);
  expect(await said({ personId: users.amina.id })).toEqual(both);
  expect(await said({ from: after(1) })).toEqual(both.slice(0, 1));
  expect(await said({ until: after(1) })).toEqual(both.slice(1));
  expect(await said({ rowId: reference.toLowerCase() })).toEqual(both.slice(1));
  expect(await said({ table: "return" })).toEqual(both.slice(1));
  expect(await said({ table: "account" })).toEqual([]);
  expect(await said({ operation: "update" })).toEqual([]);
  expect(await said({ location: "Larch" })).toEqual([]);
  expect(await said({ words: "nobody" })).toEqual([]);
});

test("beds that came with a return are listed once, with the return", async () => {
  await filed(world.users.amina, world.at.rosewood, inWindow);
  expect(await db.bedUpdate.count()).toBe(1);
  expect(await said({})).toHaveLength(1);
});

test("the file of the audit has every entry once and in order, however many pieces it is written in", async () => {
  const { users, at } = world;
  await filed(users.amina, at.rosewood, inWindow);
  for (const [nth, minutes] of [1, 1, 2].entries())
    await state(users.amina, at.rosewood, { at: after(minutes), free: { GEN_RES: nth } });
  const { rows, total } = await auditEntries(users.sam, {}, { page: 1, size: 1_000 }, now);
  expect(rows).toHaveLength(total);
  for (const size of [1, 3, 7]) {
    const pieces = [];
    for (let last = null; ;) {
      const piece = await auditBefore(users.sam, {}, last, size, now);
      pieces.push(...piece);
      last = piece.at(-1) ?? null;
      if (piece.length < size) break;
    }
    expect(pieces.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  }
  const second = await auditEntries(users.sam, {}, { page: 2, size: 3 }, now);
  expect(second.rows.map(({ id }) => id)).toEqual(rows.slice(3, 6).map(({ id }) => id));
});

test("only support finds returns in the audit, and finds one person's only once their record is open", async () => {
  const { users } = world;
  await expect(auditEntries(users.amina, { table: "return" }, { page: 1, size: 5 }, now)).rejects.toThrow(Forbidden);
  const hers = { table: "return", personId: users.amina.id };
  await expect(auditEntries(users.sam, hers, { page: 1, size: 5 }, now)).rejects.toThrow(Forbidden);
});

test("a search by location finds the entries of every table whose rows belong to one", async () => {
  const owner = await asOwner();
  const { rows } = await owner.query<{ name: string }>(`
    select c.table_name as name from information_schema.columns c
     where c.table_schema = 'public' and c.column_name = 'location_id' and exists (
       select from information_schema.triggers t
        where t.trigger_name = 'audit_change' and t.event_object_table = c.table_name)`);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.map(({ name }) => name).filter((name) => !tablesOfLocations.includes(name))).toEqual([]);
  const { rows: found } = await auditEntries(world.users.sam, { location: "Rosewood" }, { page: 1, size: 50 }, now);
  expect([...new Set(found.map(({ table }) => table))].sort()).toEqual(["access", "location"]);
});
