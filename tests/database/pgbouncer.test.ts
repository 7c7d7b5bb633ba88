import { spawnSync } from "node:child_process";
import path from "node:path";
import { criteriaIn } from "@/lib/capacity/criteria";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { sessionUser } from "@/lib/accounts/session-user";
import { signIn } from "@/lib/accounts/sign-in";
import { missingLimits } from "@/lib/database/state";
import { db, disconnect } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { reportOfKey } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { submitReturn } from "@/lib/returns/submit-return";
import { forgetLimits, limited } from "@/lib/web/rate-limit";
import { cast, inWindow, type Cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { hasPgBouncer, pgBouncer } from "@/tests/support/pgbouncer";
import { filingOf } from "@/tests/support/returns";
import { attempt, choseLong } from "./accounts/people";

/** The service through Debian's PgBouncer, with fewer connections behind it than the service has before it. */
jest.setTimeout(60_000);

const there = process.env.DATABASE_URL ?? "";
const describeWithPgBouncer = hasPgBouncer ? describe : describe.skip;
let world: Cast;
let bouncer: Awaited<ReturnType<typeof pgBouncer>> | undefined;

async function through(pooled: "yes" | "no"): Promise<void> {
  await stop();
  bouncer = await pgBouncer(there);
  Object.assign(process.env, { DATABASE_URL: bouncer.url, DATABASE_POOLED: pooled });
  forgetEnv();
}

async function stop(): Promise<void> {
  await forgetLimits();
  await disconnect();
  await bouncer?.end();
  bouncer = undefined;
  Object.assign(process.env, { DATABASE_URL: there, DATABASE_POOLED: "" });
  forgetEnv();
}

const setLimits = () =>
  spawnSync(process.execPath, ["--import", "tsx", "scripts/limits.ts"], {
    cwd: path.join(__dirname, "../.."),
    env: { ...process.env, NODE_OPTIONS: "" },
    encoding: "utf8",
  });

describeWithPgBouncer("through PgBouncer in transaction mode", () => {
  beforeAll(async () => {
    await emptyDatabase();
    world = await cast();
    await choseLong(world.users.amina, inWindow);
  });
  afterAll(stop);

  test("the limits that its connections cannot carry are missing until the login has them", async () => {
    await through("yes");
    expect(await missingLimits()).toContain("statement_timeout");
    const { stdout, stderr } = setLimits();
    expect(stdout + stderr).toMatch(/^The login \w+ now has its limits: /);
    await through("yes");
    expect(await missingLimits()).toEqual([]);
  });

  test("people sign in, file, find and read reports, many at once", async () => {
    const { amina, olive } = world.users;
    const report = reportOfKey("update-monthly-status");
    if (!report) throw new Error("There is no such report");
    const everyone = async (nth: number) => {
      const signedIn = await signIn(attempt(amina), inWindow);
      if (!signedIn.ok) throw new Error("Amina was not signed in");
      expect(await sessionUser(signedIn.value.token, inWindow)).not.toBeNull();
      const filed = await submitReturn(amina, filingOf(world.at.rosewood), inWindow);
      expect(filed.ok).toBe(true);
      expect((await findCapacity(olive, criteriaIn({ area: "E08000004" }), inWindow)).total).toBeGreaterThan(0);
      const asking = await askingFor(olive, report, {}, inWindow);
      if (!asking) throw new Error("The council does not see the report");
      const shown = { by: report.sort.by, descending: false, page: 1, size: 20 };
      expect((await runReport(report, asking, shown)).total).toBeGreaterThan(0);
      expect(await limited("export", `account:${nth}`)).toBeNull();
    };
    for (let round = 0; round < 3; round++) await Promise.all(Array.from({ length: 8 }, (_, nth) => everyone(nth)));
    expect(await db.return.count()).toBe(24);
  });

  test("limits are counted in the database, not by this process alone", async () => {
    const tries = await Promise.all(Array.from({ length: 61 }, () => limited("export", "account:many")));
    expect(tries.filter((refusal) => refusal !== null)).toHaveLength(1);
    const { rows } = await (await asOwner()).query("select points from rate_limit where key like '%account:many'");
    expect(rows).toEqual([{ points: 61 }]);
  });

  test("without the setting the service is refused by PgBouncer, rather than served without its limits", async () => {
    await through("no");
    await expect(db.account.count()).rejects.toThrow(/options/);
  });
});
