import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Backing up and restoring, by the commands themselves. The drill kills a server of its own while returns are filed on
 * it, restores it from its backup and its archived log, and fails when something that was acknowledged is not there.
 */
const root = path.join(__dirname, "../..");
const debian = existsSync("/usr/lib/postgresql/15/bin/pg_basebackup");
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "backup-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const command = (name: string, args: readonly string[], env: Record<string, string | undefined> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}.mjs`, ...args], {
    cwd: root,
    env: { ...process.env, BACKUP_DATABASE_URL: "", ...env },
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
};

/** A program that only says which version it is of. */
function program(name: string, version: number): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "${name} (PostgreSQL) ${version}.1"\n`);
  chmodSync(file, 0o755);
  return folder;
}

(debian ? test : test.skip)(
  "a lost server comes back from its backup and its log with every return acknowledged before the time, and with its audit",
  () => {
    const { status, said } = command("drill", ["restore", "60"]);
    expect(said).toContain('"acknowledged":30,"lost":0,"restored":30,');
    expect(status).toBe(0);
  },
  600_000,
);

test("a backup without a folder, without a database or with an unknown option is refused in one sentence", () => {
  expect(command("backup", []).said).toMatch(/^Say which folder the backup goes to\./);
  expect(command("backup", [folder], { MIGRATE_DATABASE_URL: "" }).said).toMatch(/^Set MIGRATE_DATABASE_URL/);
  expect(command("backup", [folder, "--all"]).said).toMatch(/^Unknown option '--all'\. Use: npm run backup/);
  expect(readdirSync(folder)).toEqual([]);
});

test("a backup of a database that does not answer leaves nothing behind and says so", () => {
  const { status, said } = command("backup", [folder], { MIGRATE_DATABASE_URL: "postgresql://a:b@127.0.0.1:1/none" });
  expect(said).toMatch(/^The database could not be reached, so nothing was backed up: .*ECONNREFUSED/);
  expect(status).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

/** Where the server's own programs are packaged they are found wherever PATH leads. */
const unpackaged = existsSync("/usr/lib/postgresql/18/bin") || process.env.TEST_POSTGRES === "15" ? test.skip : test;
unpackaged("a missing pg_dump and one that is older than the server are each refused in one sentence", () => {
  expect(command("backup", [folder], { PATH: folder }).said).toMatch(
    /^The server is PostgreSQL 18, and there is no pg_dump on this machine: install .*postgresql-client-18\)\.\n$/,
  );
  expect(command("backup", [path.join(folder, "b")], { PATH: program("pg_dump", 14) }).said).toMatch(
    /^The server is PostgreSQL 18, but pg_dump here is of version 14: install/,
  );
});

test("a file is never restored over a database that holds something", () => {
  const file = path.join(folder, "one.dump");
  writeFileSync(file, "");
  const { status, said } = command("restore", [file]);
  expect(said).toMatch(/^The database .* holds \d+ tables already: restore into a new, empty one\.\n$/);
  expect(status).toBe(1);
});

test("a file that changed since it was backed up is refused", () => {
  const file = path.join(folder, "one.dump");
  writeFileSync(file, "changed");
  writeFileSync(`${file}.sha256`, "00  one.dump\n");
  expect(command("restore", [file]).said).toMatch(/is not the file that was backed up/);
});

test("a server is restored to a time with its zone, not before its backup began, and into a new folder alone", () => {
  const server = path.join(folder, "server");
  const into = path.join(folder, "into");
  const restore = (at: string, to = into) =>
    command("restore", [server, "--wal", folder, "--into", to, "--at", at]).said;
  expect(restore("2026-11-27T10:15:00Z")).toMatch(/^There is no backup at/);
  writeLabel(server);
  expect(restore("2026-11-27 10:15")).toMatch(/^Give the time with its zone/);
  expect(restore("tomorrow")).toMatch(/^Give the time with its zone/);
  expect(restore("2026-11-26T10:15:00Z")).toMatch(/^This backup was begun at 2026-11-27 09:00:00 UTC/);
  expect(restore("2026-11-27T10:15:00Z", server)).toMatch(/is not empty: restore into a new folder/);
  expect(existsSync(into)).toBe(false);
  expect(restore("2026-11-27T10:15:00.5+01:00")).toMatch(/^Restored to .* as of 2026-11-27 10:15:00\.5\+01:00/);
});

function writeLabel(server: string): void {
  mkdirSync(server);
  writeFileSync(path.join(server, "backup_label"), "START TIME: 2026-11-27 09:00:00 UTC\nLABEL: base\n");
}
