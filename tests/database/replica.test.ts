import type { User } from "@/lib/access/user";
import { criteriaIn } from "@/lib/capacity/criteria";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { db, disconnect, oneStatement, Prisma, system, transact } from "@/lib/db";
import { forgetEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { fromReplica, measuredReplicaState, replicaState } from "@/lib/database/replica";
import { dashboard } from "@/lib/reports/area-dashboard";
import { areaSeenBy } from "@/lib/reports/queries";
import { recent, wroteCookie } from "@/lib/web/session";
import { cast, inWindow } from "@/tests/support/cast";
import { hasPostgres15, twoServers } from "@/tests/support/two-servers";

/**
 * Reading from a real streaming replica of PostgreSQL 15: paused, killed and started again. It is told which server
 * answered by asking it.
 */
const mockCookies = new Set<string>();
jest.mock("next/headers", () => ({ cookies: () => Promise.resolve({ has: (name: string) => mockCookies.has(name) }) }));
jest.mock("next/navigation", () => ({}));
jest.mock("next-auth", () => ({}));
jest.mock("next-auth/providers/credentials", () => ({}));
jest.setTimeout(120_000);

let servers: Awaited<ReturnType<typeof twoServers>>;
const there = process.env.DATABASE_URL;
const describeWhere15 = hasPostgres15 ? describe : describe.skip;

async function readingFrom(READ_DATABASE_URL: string): Promise<void> {
  await disconnect();
  Object.assign(process.env, { DATABASE_URL: servers.urls.appUrl, READ_DATABASE_URL, READ_LAG_SECONDS: "1" });
  forgetEnv();
}

/** Which server answers what is read here. */
const answering = async (): Promise<string> => {
  const [row] = await db.$queryRaw<{ replica: boolean }[]>`select pg_is_in_recovery() as replica`;
  return row?.replica ? "replica" : "primary";
};

async function until(state: string): Promise<void> {
  while ((await measuredReplicaState()).state !== state);
}

const provider = (name: string) =>
  transact(system("test"), "a provider", (tx) =>
    tx.provider.create({ data: { register: "demo", registerId: name, name } }),
  );
const providers = () => db.provider.findMany({ where: { registerId: { startsWith: "R-" } } }).then((all) => all.length);

describeWhere15("a streaming replica", () => {
  let user: User;
  beforeAll(async () => {
    jest.spyOn(log, "warn").mockReturnValue(undefined);
    servers = await twoServers();
    await readingFrom(servers.urls.replica);
    user = (await cast()).users.olive;
  });
  beforeEach(async () => {
    mockCookies.clear();
    await until("in use");
  });
  afterAll(async () => {
    await disconnect();
    Object.assign(process.env, { DATABASE_URL: there, READ_DATABASE_URL: "", READ_LAG_SECONDS: "" });
    forgetEnv();
    await servers.end();
  });

  test("answers what may be read there, and nothing else", async () => {
    expect(await fromReplica(answering)).toBe("replica");
    expect(await answering()).toBe("primary");
    expect(replicaState()).toMatchObject({ state: "in use", seconds: expect.any(Number) as number });
  });

  test("finds places and shows dashboards as the main server does", async () => {
    const criteria = criteriaIn({ area: "E08000004" });
    const area = await areaSeenBy(user, "local_authority", "E08000004");
    if (!area) throw new Error("The council does not see its area");
    const wanted = { area, collection: "care_home", month: null, within: [] } as const;
    const both = async () => {
      const { window, choices, months } = await dashboard(user, wanted, inWindow);
      return { found: await findCapacity(user, criteria, inWindow), window, choices, months };
    };
    expect(await fromReplica(both)).toEqual(await both());
  });

  test("what is read there may not write", async () => {
    await expect(fromReplica(() => provider("R-none"))).rejects.toThrow("may not write");
    await expect(fromReplica(() => Promise.resolve().then(() => oneStatement(Prisma.sql`select 1`)))).rejects.toThrow(
      "may not write",
    );
  });

  test("who has just sent something reads from the main server and sees it", async () => {
    await servers.pause();
    try {
      await provider("R-own");
      mockCookies.add(wroteCookie());
      expect(await recent(answering)).toBe("primary");
      expect(await recent(providers)).toBe(1);
    } finally {
      await servers.resume();
    }
  });

  test("while it is further behind than the limit reads go to the main server, and afterwards to it again", async () => {
    await servers.pause();
    await provider("R-late");
    await until("behind");
    const { bytes, seconds } = { bytes: 0, seconds: 0, ...(await measuredReplicaState()) };
    expect({ bytes: bytes > 0, late: (seconds ?? 0) > 1 }).toEqual({ bytes: true, late: true });
    expect(await recent(answering)).toBe("primary");
    expect(await recent(providers)).toBe(2);
    await servers.resume();
    await until("in use");
    expect(await recent(answering)).toBe("replica");
    expect(await recent(providers)).toBe(2);
  });

  test("when it is killed no read fails, and when it is back it is read from again", async () => {
    let killed = false;
    const readers = Array.from({ length: 8 }, async () => {
      const answered: string[] = [];
      for (let after = 0; after < 25; after += killed ? 1 : 0) answered.push(await fromReplica(answering));
      return answered;
    });
    await servers.kill();
    killed = true;
    const answered = (await Promise.all(readers)).flat();
    expect(answered).toContain("replica");
    expect(answered.slice(-25)).toContain("primary");
    await until("away");
    expect(await recent(answering)).toBe("primary");
    await servers.start();
    await until("in use");
    expect(await recent(answering)).toBe("replica");
  });

  test("a server that takes writes itself is not taken for a replica, nor is one of another service", async () => {
    await readingFrom(servers.urls.appUrl);
    expect(await measuredReplicaState()).toEqual({
      state: "away",
      why: "it is not a replica, but takes writes itself",
    });
    expect(await recent(answering)).toBe("primary");
    await readingFrom(servers.urls.replica);
  });
});

test("without a replica everything is read from the main server", async () => {
  expect(replicaState()).toEqual({ state: "none" });
  expect(await recent(answering)).toBe("primary");
});
