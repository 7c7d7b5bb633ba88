import { dueOn } from "@/lib/reports/library/schedule";

const long = new Date("2026-01-01T00:00:00Z");
const at = (text: string) => new Date(text);
const daily = { every: "day", hour: 8, since: long } as const;

test("a daily report is due from its hour, London time, in summer too", () => {
  expect(dueOn(daily, at("2026-07-06T06:59:00Z"), "2026-07-14")).toBeNull();
  expect(dueOn(daily, at("2026-07-06T07:00:00Z"), "2026-07-14")).toBe("2026-07-06");
  expect(dueOn(daily, at("2026-12-07T07:59:00Z"), "2026-12-14")).toBeNull();
  expect(dueOn(daily, at("2026-12-07T08:00:00Z"), "2026-12-14")).toBe("2026-12-07");
});

test("a weekly report is due on Mondays, a monthly one on the day after the window closes", () => {
  const due = (every: "week" | "month", day: string) =>
    dueOn({ every, hour: 8, since: long }, at(`${day}T09:00:00Z`), "2026-11-16");
  expect(due("week", "2026-11-16")).toBe("2026-11-16");
  expect(due("week", "2026-11-17")).toBeNull();
  expect(due("month", "2026-11-17")).toBe("2026-11-17");
  expect(due("month", "2026-11-16")).toBeNull();
  expect(due("month", "2026-11-18")).toBeNull();
});

test("a report that was saved after its hour waits for the next day", () => {
  const since = at("2026-11-10T09:00:00Z");
  expect(dueOn({ ...daily, since }, at("2026-11-10T10:00:00Z"), "2026-11-16")).toBeNull();
  expect(dueOn({ ...daily, since }, at("2026-11-11T08:00:00Z"), "2026-11-16")).toBe("2026-11-11");
});
