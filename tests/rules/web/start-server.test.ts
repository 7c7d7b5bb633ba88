import type { DatabaseState } from "@/lib/database/state";
import { forgetEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { isReady } from "@/lib/web/ready";
import { start } from "@/lib/web/start-server";

const safe: DatabaseState = {
  fsync: "on",
  fullPageWrites: "on",
  synchronousCommit: "on",
  superuser: false,
  ddl: false,
  demo: false,
};
let mockState: () => Promise<DatabaseState>;
let mockWaiting = 0;
let mockMissing: string[] = [];
const mockCurrent = jest.fn(() => Promise.resolve(true));
const mockListen = jest.fn();
jest.mock("@/lib/database/state", () => ({
  ...jest.requireActual<object>("@/lib/database/state"),
  databaseState: () => mockState(),
  missingLimits: () => Promise.resolve(mockMissing),
}));
jest.mock("@/lib/db", () => ({
  databaseIsCurrent: () => mockCurrent(),
  db: { email: { count: () => Promise.resolve(mockWaiting) } },
}));
jest.mock("@/lib/accounts/score-password", () => ({ prepareScoring: () => Promise.resolve() }));
jest.mock("@/lib/demo-clock", () => ({ startDemoClock: () => Promise.resolve() }));
jest.mock("@/lib/jobs/start-jobs", () => ({ startJobs: () => undefined, stopJobs: () => undefined }));
jest.mock("@/lib/web/front-server", () => ({ frontServer: () => ({ on: () => ({ listen: mockListen }) }) }));

const warned = jest.spyOn(log, "warn").mockReturnValue(undefined);
const exit = jest.spyOn(process, "exit");
const said = jest.spyOn(process.stderr, "write");
const once = jest.spyOn(process, "once");

const live = {
  SERVICE_MODE: "live",
  APP_ORIGIN: "https://tracker.example",
  DATABASE_URL: "postgresql://app@127.0.0.1/tracker",
  SECRET_KEY: "a-k3y-0f-chance:7hJq2Zp9Xw4Lm6Tv8",
  MAIL_TRANSPORT: "smtp",
  SMTP_URL: "smtp://127.0.0.1:25",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "a key of actions",
  TRUSTED_PROXIES: "1",
  WORKER_IN_APP: "no",
  WORKER_DATABASE_URL: "",
  PUBLIC_PORT: "3000",
  PORT: "3001",
};

/** Starts with these settings; what it said where it left, else null. */
async function started(changes: Partial<Record<keyof typeof live, string>> = {}): Promise<string | null> {
  Object.assign(process.env, live, changes);
  forgetEnv();
  return start().then(
    () => null,
    () => String(said.mock.lastCall?.[0]),
  );
}

const warnings = () => warned.mock.calls.map((call) => String(call.at(-1)));
const before = { ...process.env };

beforeEach(() => {
  jest.clearAllMocks();
  delete (globalThis as { capacityTrackerReady?: unknown }).capacityTrackerReady;
  mockState = () => Promise.resolve(safe);
  mockWaiting = 0;
  mockCurrent.mockResolvedValue(true);
  said.mockReturnValue(true);
  once.mockReturnValue(process);
  exit.mockImplementation(() => {
    throw new Error("left");
  });
});
afterAll(() => {
  process.env = before;
  forgetEnv();
});

test("a live service with everything it needs starts without logging anything, and is ready", async () => {
  expect(await started()).toBeNull();
  expect(mockListen).toHaveBeenCalledTimes(1);
  expect(warnings()).toEqual([]);
  expect(await isReady()).toBe(true);
});

test.each([
  [
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "" },
    {},
    /: NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be set, to the same value for /,
  ],
  [{ APP_ORIGIN: "http://tracker.example" }, {}, /: APP_ORIGIN must begin with https:\/\//],
  [{ SECRET_KEY: "k".repeat(40) }, {}, /: SECRET_KEY must be random/],
  [{ MAIL_TRANSPORT: "resend" }, {}, /RESEND_WEBHOOK_SECRET must be set/],
  [{}, { demo: true }, /: it was filled by a demo/],
  [{}, { fsync: "off" }, /: fsync is off/],
])("a live service with %j on a database with %j stops with one sentence and serves no one", async (...given) => {
  const [changes, state, sentence] = given;
  mockState = () => Promise.resolve({ ...safe, ...state });
  expect(await started(changes)).toMatch(sentence);
  expect(exit).toHaveBeenCalledWith(1);
  expect(mockListen).not.toHaveBeenCalled();
  expect(await isReady()).toBe(false);
});

test("a live service whose connections have no limits, as behind a pooler, stops and says how to set them", async () => {
  mockState = () => Promise.resolve(safe);
  mockMissing = ["statement_timeout"];
  expect(await started()).toMatch(/ do not have their statement_timeout: run npm run limits as its login\./);
  mockMissing = [];
});

test("a demo starts on its own database and without a key of its own", async () => {
  mockState = () => Promise.resolve({ ...safe, demo: true, fsync: "off" });
  const demo = { SERVICE_MODE: "demo", MAIL_TRANSPORT: "", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "" };
  expect(await started({ ...demo, TRUSTED_PROXIES: "0" })).toBeNull();
  expect(warnings()).toEqual([expect.stringContaining("fsync is off")]);
});

test("a live service that trusts no proxy warns loudly that everyone may count as one caller", async () => {
  expect(await started({ TRUSTED_PROXIES: "0" })).toBeNull();
  expect(warnings()).toEqual([expect.stringMatching(/^TRUSTED_PROXIES is 0: .*treat all callers as one/)]);
});

describe("where the database is away at the start", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const away = () => Promise.reject(new Error("no database"));

  test("nothing is ready until it is back and has been checked", async () => {
    mockState = away;
    expect(await started()).toBeNull();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await isReady()).toBe(false);
    mockState = () => Promise.resolve(safe);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await isReady()).toBe(true);
  });

  test("if the database that comes back cannot be served from, the service stops with one sentence", async () => {
    mockState = away;
    expect(await started()).toBeNull();
    mockState = () => Promise.resolve({ ...safe, demo: true });
    exit.mockReturnValue(undefined as never);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(said.mock.lastCall?.[0]).toMatch(/^The service cannot start: it was filled by a demo/);
    expect(exit).toHaveBeenCalledWith(1);
    expect(await isReady()).toBe(false);
  });
});

test("a database without every migration is not ready", async () => {
  expect(await started()).toBeNull();
  mockCurrent.mockResolvedValue(false);
  expect(await isReady()).toBe(false);
});

test("a demo is ready once it has tried to send each message that it begins with, and stays ready", async () => {
  const demo = {
    SERVICE_MODE: "demo",
    MAIL_TRANSPORT: "kept",
    WORKER_IN_APP: "yes",
    WORKER_DATABASE_URL: "postgres://w",
  };
  mockWaiting = 3;
  expect(await started(demo)).toBeNull();
  expect(await isReady()).toBe(false);
  mockWaiting = 0;
  expect(await isReady()).toBe(true);
  mockWaiting = 1;
  expect(await isReady()).toBe(true);
});
