import { disconnect, oneStatement, Prisma, system, transact } from "@/lib/db";
import { auditState, checkAudit } from "@/lib/audit/check-audit";
import { sealAudit } from "@/lib/audit/seal-audit";
import pg from "pg";
import { cast, type Cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";

let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await sealed();
});
afterAll(disconnect);

/** Other tests' databases stand in the same cluster, and what they write is waited for too. */
async function sealed(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) if (!(await sealAudit()).includes("next time")) return;
  throw new Error("The audit could not be sealed.");
}

const rename = (name: string) =>
  transact(system("test"), "renamed", (tx) => tx.location.update({ where: { id: world.at.rosewood }, data: { name } }));

/** What someone could do who owns the tables and takes their guards away. */
async function tamper(sql: string, table = "audit"): Promise<void> {
  const owner = await asOwner();
  await owner.query("begin");
  await owner.query(`alter table ${table} disable trigger kept`);
  expect((await owner.query(sql)).rowCount).toBe(1);
  await owner.query(`alter table ${table} enable trigger kept`);
  await owner.query("commit");
}

const newest = async () => {
  const [row] = await oneStatement<{ id: bigint }>(Prisma.sql`select max(id) as id from audit`);
  return row?.id ?? 0n;
};

test("an audit that no one has touched is as it was written, seal after seal", async () => {
  const { entries, head } = await auditState();
  expect(entries).toBeGreaterThan(20);
  await rename("Rosewood Hall");
  await sealed();
  const after = await auditState();
  expect(after).toMatchObject({ seals: 2, entries: entries + 1, faults: [] });
  expect(after.head).not.toBe(head);
  expect(after.digests.has(head ?? "")).toBe(true);
  expect(await sealAudit()).toBe("Nothing new to seal");
  expect(await checkAudit()).toMatch(/entries under 2 seals: all unchanged/);
});

test.each([
  ["who", "actor = overlay(actor placing 'X' from 1 for 1)"],
  ["when", "at = at + interval '1 millisecond'"],
  ["what it was", `after = jsonb_set(after, '{name}', '"Rosewood Hale"')`],
  ["why", "reason = null"],
  ["for whom", "on_behalf_of = 'Someone'"],
])("one changed letter in %s is found, and its entry named", async (_, change) => {
  await rename("Rosewood Hall");
  await sealed();
  const id = await newest();
  await tamper(`update audit set ${change} where id = ${id}`);
  const { faults } = await auditState();
  expect(faults).toEqual([expect.stringMatching(new RegExp(`^Entry ${id} has changed since it was sealed at `))]);
  await expect(checkAudit()).rejects.toThrow(`The audit has been tampered with. Entry ${id} has changed`);
});

test("an entry that was removed, and one that was added, are named", async () => {
  const id = await newest();
  await tamper(`delete from audit where id = ${id - 1n}`);
  expect((await auditState()).faults.join()).toMatch(new RegExp(`^Entry ${id - 1n}, sealed at .* is missing\\.$`));
  await tamper(
    `insert into audit (id, at, actor, "table", row_id, operation) values (${id - 1n}, now(), 'me', 'access', '1', 'insert')`,
  );
  expect((await auditState()).faults.join()).toMatch(`Entry ${id - 1n} has changed since it was sealed`);
});

test("a seal that was changed to fit, was removed, or is not the one in the log, is found", async () => {
  const { head } = await auditState();
  await rename("Rosewood Hall");
  await sealed();
  await tamper(
    "update audit_seal set digests = overlay(digests placing '\\x00' from 1 for 1) where id = 1",
    "audit_seal",
  );
  expect((await auditState()).faults[0]).toBe("Seal 1 was changed.");
  await tamper("update audit_seal set digest = sha256(digest) where id = 1", "audit_seal");
  expect((await auditState()).faults).toContain("Seal 2 does not follow the one before it.");
  await tamper("delete from audit_seal where id = 1", "audit_seal");
  const { faults, digests } = await auditState();
  expect(faults).toContain("Seal 2 does not follow the one before it.");
  expect(digests.has(head ?? "")).toBe(false);
});

test("the app cannot write or change a seal, or replace the function that works it out", async () => {
  const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  for (const sql of [
    "insert into audit_seal values (9, now(), '{}', '', null, '')",
    "update audit_seal set digest = ''",
    "delete from audit_seal",
    "truncate audit_seal",
    "create or replace function audit_digest(entry audit) returns bytea language sql as 'select null::bytea'",
  ])
    await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  await app.end();
  const owner = await asOwner();
  await expect(owner.query("delete from audit_seal")).rejects.toThrow("kept as they are");
});

test("sealing waits for whoever is still writing: an entry with an earlier number is in the same seal", async () => {
  const slow = await new Promise<{ finish: () => void; end: Promise<unknown> }>((begun) => {
    const end = transact(system("slow"), "slow", async (tx) => {
      await tx.location.update({ where: { id: world.at.larch }, data: { name: "Larch, slowly" } });
      await new Promise<void>((finish) => begun({ finish, end }));
    });
  });
  await rename("Rosewood Hall");
  expect(await sealAudit()).toMatch(/^0 entries; the rest next time/);
  slow.finish();
  await slow.end;
  await sealed();
  const { seals, faults } = await auditState();
  expect({ seals, faults }).toEqual({ seals: 2, faults: [] });
});
