import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { now } from "@/lib/clock";
import type { AccountKind } from "@/lib/access/kinds";

/**
 * Asks the service for a page as one person and returns how many milliseconds it took. Throws if the page is refused.
 */
export type AskPage = (path: string) => Promise<number>;

interface Server {
  stop: () => Promise<unknown>;
}

/** Runs the built service over this benchmark's database, for someone of this kind who has just signed in. */
export async function served<T>(kind: AccountKind, use: (ask: AskPage) => Promise<T>): Promise<T> {
  const { build } = (await import("../../build.mjs")) as { build: () => Promise<void> };
  const { freePort } = (await import("../../steps/ports.mjs")) as { freePort: () => Promise<number> };
  const { serve } = (await import("../../steps/serve.mjs")) as { serve: (...how: unknown[]) => Promise<Server> };
  await build();
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOSTNAME: "127.0.0.1", APP_ORIGIN: `http://localhost:${port}` };
  const cookie = `capacity-session=${await sessionOfNew(kind)}`;
  const server = await serve([".next/standalone/start.mjs"], { env, port, output: "ignore" });
  try {
    return await use(async (path) => {
      const from = performance.now();
      const answer = await fetch(`http://localhost:${port}${path}`, { headers: { cookie }, redirect: "manual" });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
      return performance.now() - from;
    });
  } finally {
    await server.stop();
  }
}

async function sessionOfNew(kind: AccountKind): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const client = new pg.Client({ connectionString: process.env.SUPERUSER_DATABASE_URL ?? "" });
  await client.connect();
  try {
    await client.query("select set_config('capacity.actor', 'system:bench', false)");
    await client.query(
      `with person as (
         insert into account (email, full_name, telephone, job_title, kind, created_at, password_set_at, generic,
                              finds_capacity, communications)
         values ('bench@trust.example', 'Bench Person', '01632960000', 'Nurse', $3::account_kind, $4, $4, false, true, false)
         returning id)
       insert into session (id_hash, handle, account_id, purpose, remembered, created_at, password_at, seen_at, idle_until, until)
       select $1, $2, id, 'full', false, $4, $4, $4, $4::timestamptz + interval '1 hour', $4::timestamptz + interval '12 hours'
         from person`,
      [createHash("sha256").update(token).digest("hex"), randomUUID(), kind, now()],
    );
  } finally {
    await client.end();
  }
  return token;
}
