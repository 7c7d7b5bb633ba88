import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { now } from "@/lib/clock";
import type { AccountKind } from "@/lib/access/kinds";
import { withServer } from "@/scripts/bench/filing/server";

/**
 * Asks the service for a page as one person and returns how many milliseconds it took. Throws if the page is refused.
 */
export type AskPage = (path: string) => Promise<number>;

/** A service that runs, and the session of someone in it. */
interface Service {
  origin: string;
  cookie: string;
  /** Its process, which its memory is known by. */
  pid: number;
}

/** Asks for pages of the built service over this benchmark's database, as someone of this kind who has just signed in. */
export const served = <T>(kind: AccountKind, use: (ask: AskPage) => Promise<T>): Promise<T> =>
  withService(kind, {}, ({ origin, cookie }) =>
    use(async (path) => {
      const from = performance.now();
      const answer = await fetch(`${origin}${path}`, { headers: { cookie }, redirect: "manual" });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
      return performance.now() - from;
    }),
  );

/** Runs the built service over this benchmark's database, for someone of this kind who has just signed in. */
export async function withService<T>(
  kind: AccountKind,
  settings: Record<string, string>,
  use: (service: Service) => Promise<T>,
): Promise<T> {
  const { build } = (await import("../../build.mjs")) as { build: () => Promise<void> };
  await build();
  const cookie = `capacity-session=${await sessionOfNew(kind)}`;
  return withServer(settings, ({ origin }, pid) => use({ origin, cookie, pid }));
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
