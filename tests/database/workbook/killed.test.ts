import { spawn } from "node:child_process";
import { db, disconnect } from "@/lib/db";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { acceptWorkbook } from "@/lib/workbook/accept-workbook";
import { workbookOf } from "@/lib/workbook/queries";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { workbookTemplate } from "@/lib/workbook/template";
import { cast, inWindow } from "@/tests/support/cast";
import { changed } from "@/tests/support/changed-workbook";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { sendWorkbook } from "@/tests/support/workbooks";

beforeEach(emptyDatabase);
afterAll(async () => {
  await endReadingWorkbooks();
  await disconnect();
});

/**
 * Statements that hold up the filing at different moments: before its first return, after its last and as its mail is
 * queued; and as a return is joined to its row.
 */
const moments = [
  'lock table "return" in share mode',
  "select from workbook for update",
  "lock table email in share mode",
  "lock table workbook_return in share mode",
];

/** Each takes seconds, so that three are always tried; `KILLS=20` tries as many as one likes, of all moments in turn. */
const kills = Number(process.env.KILLS ?? 3);

/** Files a workbook in a process of its own, which is killed once the database has it waiting for us. */
async function killedAt(moment: string, id: number): Promise<void> {
  const owner = await asOwner();
  await owner.query("begin");
  await owner.query(moment);
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/file-workbook.ts"], {
    stdio: ["pipe", "ignore", "inherit"],
    env: { ...process.env },
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.stdin.end(JSON.stringify({ id, now: inWindow }));
  while (!(await holds(owner, "not l.granted")) && child.exitCode === null) continue;
  expect(child.exitCode).toBeNull();
  child.kill("SIGKILL");
  await gone;
  await owner.query("rollback");
  while (await holds(owner, "l.locktype = 'advisory'")) continue;
}

/** Does someone else have such a lock in this database? Who is there is kept for a transaction unless it is let go. */
async function holds(owner: Awaited<ReturnType<typeof asOwner>>, lock: string): Promise<boolean> {
  await owner.query("select pg_stat_clear_snapshot()");
  const { rowCount } = await owner.query(
    `select from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and a.pid <> pg_backend_pid() and ${lock}`,
  );
  return (rowCount ?? 0) > 0;
}

test(
  "killed at any moment of filing, nothing of the workbook is filed, and it can be filed again, once",
  async () => {
    const { users } = await cast();
    const { bytes } = await workbookTemplate(users.ben, inWindow);
    const nil = (name: string) => [
      { sheet: "Care home", row: [name], heading: "Action", to: "nil" },
      { sheet: "Care home", row: [name], heading: "Reason for nil return", to: "The service is closing" },
    ];
    const id = await sendWorkbook(
      users.ben,
      await changed(bytes, [...nil("Rosewood"), ...nil("Hawthorn House")]),
      inWindow,
    );
    expect(await acceptWorkbook(users.ben, id, {}, inWindow)).toMatchObject({ ok: true });
    for (let nth = 0; nth < kills; nth++) {
      await killedAt(moments[nth % moments.length] ?? "", id);
      expect([await db.return.count(), await db.workbookReturn.count(), await db.email.count()]).toEqual([0, 0, 0]);
      expect(await workbookOf(users.ben, id, inWindow)).toMatchObject({ filedAt: null, problem: null });
    }
    await runWorkbook(id, inWindow);
    await runWorkbook(id, inWindow);
    expect([await db.return.count(), await db.workbookReturn.count(), await db.email.count()]).toEqual([2, 2, 1]);
    expect(await workbookOf(users.ben, id, inWindow)).toMatchObject({ stage: "filed" });
  },
  60_000 * kills,
);
