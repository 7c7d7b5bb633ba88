import { log } from "@/lib/log";
import { refusalsForAlarm, logForbidden, logNotFound, logRefusal } from "@/lib/web/log-refusal";

const mockTold = jest.fn(() => Promise.resolve());
const amina = { id: 17, name: "Amina Yusuf", email: "amina@rosewood.example", session: "h1" };
jest.mock("@/lib/web/tell-of-refusals", () => ({ tellOfRefusals: (...told: []) => mockTold(...told) }));
jest.mock("@/lib/accounts/session-user", () => ({
  sessionUser: (token: string) => Promise.resolve(token === "hers" ? { user: amina } : null),
}));

const warned = jest.spyOn(log, "warn").mockReturnValue(undefined);
const erred = jest.spyOn(log, "error").mockReturnValue(undefined);
const now = new Date("2026-11-10T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const request = {
  requestId: "r1",
  token: "hers",
  method: "GET",
  path: "/unchanged/secret?a=1",
  address: "203.0.113.5",
};

beforeEach(() => {
  jest.clearAllMocks();
  delete (globalThis as { capacityTrackerRefusals?: unknown }).capacityTrackerRefusals;
});

test("a page not found is one line: account, session, verb, target without secrets, and address", async () => {
  await logNotFound(request, now);
  expect(warned.mock.calls).toEqual([
    [{ account: 17, handle: "h1", verb: "see", target: "/unchanged/…", address: "203.0.113.5" }, "refused"],
  ]);
  await logNotFound({ ...request, token: "nobody's" }, now);
  expect(warned).toHaveBeenCalledTimes(1);
});

test("what the policy refused is logged in its words, and not again as a page not found", async () => {
  logForbidden("r2", { user: amina, verb: "file a return", target: "location=4", address: null }, now);
  await logNotFound({ ...request, requestId: "r2", method: "POST" }, now);
  expect(warned).toHaveBeenCalledTimes(1);
  expect(warned.mock.calls[0]?.[0]).toMatchObject({ verb: "file a return", target: "location=4" });
});

test("the alarm sounds once, when one account is refused for the thirtieth time in a minute", () => {
  const refuse = (id: number, at: Date) =>
    logRefusal({ user: { ...amina, id }, verb: "see", target: "/admin", address: null }, at);
  for (let i = 1; i < refusalsForAlarm; i++) refuse(17, later(i));
  for (let i = 1; i < refusalsForAlarm; i++) refuse(18, later(i * 3));
  expect([erred.mock.calls.length, mockTold.mock.calls.length]).toEqual([0, 0]);
  for (let i = 0; i < 10; i++) refuse(17, later(50));
  expect(erred.mock.calls).toEqual([
    [
      expect.objectContaining({ alarm: "refusals", account: 17, times: refusalsForAlarm }),
      expect.stringContaining("ALARM"),
    ],
  ]);
  expect(mockTold).toHaveBeenCalledTimes(1);
});

test("mail that cannot be queued stops nothing, and the log says so", async () => {
  mockTold.mockRejectedValueOnce(new Error("no database"));
  for (let i = 0; i < refusalsForAlarm; i++)
    logRefusal({ user: amina, verb: "see", target: "/admin", address: null }, now);
  await new Promise(setImmediate);
  expect(erred.mock.lastCall).toEqual([{ err: new Error("no database") }, "support could not be told of refusals"]);
});
