import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, daysBetween, dayIn, dayOf, isWeekend, londonInstant, londonTime, monthsFrom } from "@/lib/london";
import { holidaysByRule, holidaysFrom, holidaysOfEngland } from "@/lib/windows/bank-holidays";
import {
  daysLeft,
  extensionFor,
  isOpen,
  lastExtendableDay,
  monthFor,
  reportingWindow,
  windowAt,
  windowSentence,
  type Extension,
} from "@/lib/windows/reporting-window";

const windowOf = (month: string) => reportingWindow(month, holidaysByRule);
const everyMonth = monthsFrom("2019-01", "2035-12");

const vectors = readFileSync(join(__dirname, "../vectors/reporting-windows.csv"), "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(",") as [string, string, string, string]);

test("there are vectors for every month from 2023 to 2031", () => {
  expect(vectors.map(([month]) => month)).toEqual(monthsFrom("2023-01", "2031-12"));
});

test.each(vectors)("the window for %s opens on %s and closes on %s", (month, opens, closes, reason) => {
  const window = windowOf(month);
  expect([window.firstDay, window.lastDay]).toEqual([opens, closes]);
  expect(window.opensAt).toEqual(londonInstant(opens, "00:00"));
  expect(window.closesAt).toEqual(londonInstant(addDays(closes, 1), "00:00"));
  expect(window.extendedBecause !== undefined).toBe(reason !== "");
  if (reason.includes("holiday")) expect(window.extendedBecause).toMatch(/^the 14th is a bank holiday \(.+\)$/);
  else if (reason) expect(window.extendedBecause).toBe(`the ${reason.replace(" is ", " is a ")}`);
});

test("the window for November 2026 closes on the 16th, because the 14th is a Saturday", () => {
  expect(windowOf("2026-11")).toEqual({
    month: "2026-11",
    firstDay: "2026-11-08",
    lastDay: "2026-11-16",
    opensAt: new Date("2026-11-08T00:00:00Z"),
    closesAt: new Date("2026-11-17T00:00:00Z"),
    extendedBecause: "the 14th is a Saturday",
    extendedBy: "calendar",
  });
});

test("the window for April 2028 closes on Tuesday the 18th, because the 14th is Good Friday", () => {
  expect(windowOf("2028-04")).toMatchObject({
    lastDay: "2028-04-18",
    extendedBecause: "the 14th is a bank holiday (Good Friday)",
  });
});

test("the window for April 2031 closes on Tuesday the 15th, because the 14th is Easter Monday", () => {
  expect(windowOf("2031-04")).toMatchObject({
    lastDay: "2031-04-15",
    extendedBecause: "the 14th is a bank holiday (Easter Monday)",
  });
});

test.each(everyMonth)(
  "the window for %s opens on the 8th, lasts a week at least and closes on a working day",
  (month) => {
    const window = windowOf(month);
    expect(window.firstDay).toBe(dayIn(month, 8));
    expect(daysBetween(window.firstDay, window.lastDay) + 1).toBeGreaterThanOrEqual(7);
    expect(isWeekend(window.lastDay) || holidaysByRule.isHoliday(window.lastDay)).toBe(false);
    for (let day = dayIn(month, 14); day < window.lastDay; day = addDays(day, 1))
      expect(isWeekend(day) || holidaysByRule.isHoliday(day)).toBe(true);
    expect(window.lastDay < dayIn(month, 20)).toBe(true);
    expect(londonTime(window.opensAt)).toMatchObject({ day: 8, hour: 0, minute: 0 });
    expect(londonTime(window.closesAt)).toMatchObject({ hour: 0, minute: 0 });
    expect(dayOf(new Date(window.closesAt.getTime() - 1))).toBe(window.lastDay);
  },
);

test("on every day from 2019 to 2035, at its start and its end, the open window is the one that holds the day", () => {
  let openDays = 0;
  for (let day = "2019-01-01"; day <= "2035-12-31"; day = addDays(day, 1)) {
    const month = day.slice(0, 7);
    const window = windowOf(month);
    const open = day >= dayIn(month, 8) && day <= window.lastDay;
    if (open) openDays += 1;
    for (const at of [londonInstant(day, "00:00"), new Date(londonInstant(addDays(day, 1), "00:00").getTime() - 1)]) {
      const stands = windowAt(at, holidaysByRule);
      expect(stands.state).toBe(open ? "open" : "closed");
      expect(stands.current?.month).toBe(open ? month : undefined);
      expect(stands.latestOpened.month).toBe(monthFor(at));
      expect(stands.latestOpened.opensAt <= at && at < stands.next.opensAt).toBe(true);
    }
  }
  expect(openDays).toBeGreaterThan(everyMonth.length * 7);
});

test("a window is open from the first instant of the 8th to the last of its closing day, and not one before or after", () => {
  const window = windowOf("2026-06");
  expect(window.opensAt.toISOString()).toBe("2026-06-07T23:00:00.000Z");
  expect(window.closesAt.toISOString()).toBe("2026-06-15T23:00:00.000Z");
  const at = (instant: Date, ms: number) => isOpen(window, new Date(instant.getTime() + ms));
  expect([at(window.opensAt, -1), at(window.opensAt, 0)]).toEqual([false, true]);
  expect([at(window.closesAt, -1), at(window.closesAt, 0)]).toEqual([true, false]);
});

test("what is filed before the 8th belongs to the month before, over the turn of a year too", () => {
  expect(monthFor(londonInstant("2027-01-07", "23:59"))).toBe("2026-12");
  expect(monthFor(londonInstant("2027-01-08", "00:00"))).toBe("2027-01");
  expect(monthFor(londonInstant("2026-11-30", "12:00"))).toBe("2026-11");
  expect(monthFor(new Date("2026-07-07T23:30:00Z"))).toBe("2026-07");
});

describe("a window that support extends", () => {
  const outage: Extension = { month: "2026-11", lastDay: "2026-11-18", reason: "The service was down on the 16th." };

  test("closes at the end of the later day, with the reason", () => {
    expect(reportingWindow("2026-11", holidaysByRule, outage)).toMatchObject({
      lastDay: "2026-11-18",
      closesAt: new Date("2026-11-19T00:00:00Z"),
      extendedBecause: "The service was down on the 16th.",
      extendedBy: "support",
    });
  });

  test("opens when it would have, and no other window moves", () => {
    expect(reportingWindow("2026-11", holidaysByRule, outage).opensAt).toEqual(windowOf("2026-11").opensAt);
    expect(reportingWindow("2026-12", holidaysByRule, outage)).toEqual(windowOf("2026-12"));
  });

  test("a window is not closed earlier by an extension that ends before its own last day", () => {
    const window = reportingWindow("2026-11", holidaysByRule, { ...outage, lastDay: "2026-11-15" });
    expect(window).toEqual(windowOf("2026-11"));
  });

  test("never reaches into the next window", () => {
    const window = reportingWindow("2026-11", holidaysByRule, { ...outage, lastDay: "2027-03-01" });
    expect(window.lastDay).toBe("2026-12-07");
    expect(window.closesAt).toEqual(windowOf("2026-12").opensAt);
    expect(lastExtendableDay("2026-12")).toBe("2027-01-07");
  });

  test("a window is extended only for the locations it was extended for", () => {
    const some = { ...outage, locationIds: ["rosewood"] };
    expect(extensionFor("2026-11", [some], "rosewood")).toBe(some);
    expect(extensionFor("2026-11", [some], "oakfield")).toBeUndefined();
    expect(extensionFor("2026-11", [some])).toBeUndefined();
    expect(extensionFor("2026-11", [outage], "oakfield")).toBe(outage);
    const now = londonInstant("2026-11-17", "09:00");
    expect(windowAt(now, holidaysByRule, [some], "rosewood").state).toBe("open");
    expect(windowAt(now, holidaysByRule, [some], "oakfield").state).toBe("closed");
  });

  test("closes with the latest of several extensions", () => {
    const later = { ...outage, lastDay: "2026-11-20" };
    expect(extensionFor("2026-11", [later, outage], "rosewood")).toBe(later);
    expect(extensionFor("2026-11", [outage, later], "rosewood")).toBe(later);
  });
});

test("a holiday that GOV.UK announces on a 14th moves the close", () => {
  const events = [{ date: "2027-05-14", title: "Bank holiday for a coronation" }];
  const holidays = holidaysOfEngland({ "england-and-wales": { events } });
  expect(windowOf("2027-05").lastDay).toBe("2027-05-14");
  expect(reportingWindow("2027-05", holidays)).toMatchObject({
    lastDay: "2027-05-17",
    extendedBecause: "the 14th is a bank holiday (Bank holiday for a coronation)",
  });
});

test("a window beyond the holiday table is refused and not guessed", () => {
  const table = holidaysFrom({ "england-and-wales": { events: [{ date: "2026-12-25", title: "Christmas Day" }] } });
  expect(() => reportingWindow("2027-04", table)).toThrow("known from 1 January 2026 to 31 December 2026");
});

test.each([
  ["2026-11-07", "12:00", 9, "Opens on Sunday 8 November"],
  ["2026-11-08", "00:00", 8, "8 days left: closes 11:59pm on Monday 16 November"],
  ["2026-11-13", "23:59", 3, "3 days left: closes 11:59pm on Monday 16 November"],
  ["2026-11-15", "09:00", 1, "1 day left: closes 11:59pm on Monday 16 November"],
  ["2026-11-16", "23:59", 0, "Last day: closes 11:59pm on Monday 16 November"],
  ["2026-11-17", "00:00", 0, "Closed at 11:59pm on Monday 16 November 2026"],
])("on %s at %s the November window has %i days left and says: %s", (day, time, left, sentence) => {
  const now = londonInstant(day, time);
  expect(daysLeft(windowOf("2026-11"), now)).toBe(left);
  expect(windowSentence(windowOf("2026-11"), now)).toBe(sentence);
});
