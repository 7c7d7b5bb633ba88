import { clockOffset, now, setClockOffset } from "@/lib/clock";

afterEach(() => setClockOffset(0));

test("the clock is the real one unless it was set", () => {
  jest.useFakeTimers({ now: new Date("2026-11-21T08:00:00Z") });
  expect(now()).toEqual(new Date("2026-11-21T08:00:00Z"));
  expect(clockOffset()).toBe(0);
  jest.useRealTimers();
});

test("a demo's clock starts where it was set and runs on", () => {
  jest.useFakeTimers({ now: new Date("2026-11-21T08:00:00Z") });
  setClockOffset(new Date("2026-12-10T09:00:00Z").getTime() - Date.now());
  expect(now()).toEqual(new Date("2026-12-10T09:00:00Z"));
  jest.advanceTimersByTime(90_000);
  expect(now()).toEqual(new Date("2026-12-10T09:01:30Z"));
  jest.useRealTimers();
});

test("a second copy of the clock, as a bundler makes one, reads the same offset", async () => {
  setClockOffset(3_600_000);
  jest.resetModules();
  const other = await import("@/lib/clock");
  expect(other.now).not.toBe(now);
  expect(other.clockOffset()).toBe(3_600_000);
});

test("an offset that is not a number is refused", () => {
  expect(() => setClockOffset(NaN)).toThrow(RangeError);
});
