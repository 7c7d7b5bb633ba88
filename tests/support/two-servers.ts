import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";

export const hasPostgres15 = existsSync("/usr/lib/postgresql/15/bin/pg_basebackup");

type Urls = Record<"ownerUrl" | "appUrl" | "superuser" | "replica" | "replicaSuperuser", string>;

/** A migrated PostgreSQL 15 of its own and its streaming replica, which can be paused, killed and started again. */
export async function twoServers() {
  const child = spawn(process.execPath, [join(__dirname, "run-two-servers.mjs")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = async () => JSON.parse(String((await lines.next()).value)) as unknown;
  const urls = (await said()) as Urls;
  const onReplica = (sql: string) => asked(urls.replicaSuperuser, sql);
  return {
    urls,
    onPrimary: (sql: string) => asked(urls.superuser, sql),
    pause: () => onReplica("select pg_wal_replay_pause()"),
    resume: () => onReplica("select pg_wal_replay_resume()"),
    kill: async () => {
      const [row] = await onReplica(
        String.raw`select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int as pid`,
      );
      process.kill(Number(row?.pid), "SIGKILL");
    },
    start: async () => {
      child.stdin.write("start\n");
      await said();
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

async function asked(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
