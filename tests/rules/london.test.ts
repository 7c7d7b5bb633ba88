import {
  addDays,
  addMonths,
  dayOf,
  dayTyped,
  daysBetween,
  isWeekend,
  londonDate,
  londonInstant,
  londonTime,
  monthOf,
  monthsBetween,
  monthsFrom,
  partsOf,
  startOfDay,
  weekdayOf,
} from "@/lib/london";

test("a day in winter begins at midnight in UTC, and one in summer an hour before", () => {
  expect(londonInstant("2026-11-08", "00:00").toISOString()).toBe("2026-11-08T00:00:00.000Z");
  expect(londonInstant("2026-06-08", "00:00").toISOString()).toBe("2026-06-07T23:00:00.000Z");
});

test("half an hour after midnight in June, London has a date that UTC has not reached", () => {
  const instant = new Date("2026-06-30T23:30:00Z");
  expect(londonDate(instant)).toEqual({ year: 2026, month: 7, day: 1 });
  expect(dayOf(instant)).toBe("2026-07-01");
  expect(monthOf(instant)).toBe("2026-07");
});

test("a day has 23 hours when the clocks go forward and 25 when they go back", () => {
  const hours = (day: string) => (startOfDay(addDays(day, 1)).getTime() - startOfDay(day).getTime()) / 3_600_000;
  expect(hours("2026-03-28")).toBe(24);
  expect(hours("2026-03-29")).toBe(23);
  expect(hours("2026-10-25")).toBe(25);
});

test("a time that the clocks skip is taken an hour later, and one that comes twice is its first", () => {
  expect(londonInstant("2026-03-29", "01:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  expect(londonTime(londonInstant("2026-03-29", "01:30"))).toMatchObject({ hour: 2, minute: 30 });
  expect(londonInstant("2026-10-25", "01:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test("every day from 2019 to 2035 begins and ends on itself, and is one day after the day before", () => {
  let days = 0;
  for (let day = "2019-01-01"; day <= "2035-12-31"; day = addDays(day, 1)) {
    const start = startOfDay(day);
    expect(dayOf(start)).toBe(day);
    expect(londonTime(start)).toMatchObject({ hour: 0, minute: 0 });
    expect(dayOf(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
    expect(londonTime(londonInstant(day, "23:59"))).toMatchObject({ ...partsOf(day), hour: 23, minute: 59 });
    days += 1;
  }
  expect(days).toBe(17 * 365 + 4);
});

test("months are counted over the turn of a year, in both directions", () => {
  expect(addMonths("2026-11", 2)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonths("2026-12", 0)).toBe("2026-12");
  expect(monthsBetween("2025-11", "2026-02")).toBe(3);
  expect(monthsFrom("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsFrom("2026-02", "2026-01")).toEqual([]);
});

test("days are counted over leap days and changes of clock", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
  expect(weekdayOf("2026-11-14")).toBe(6);
  expect([isWeekend("2026-11-13"), isWeekend("2026-11-14"), isWeekend("2026-11-15")]).toEqual([false, true, true]);
});

test("a day typed in three boxes is read however it is written, and is not a day if the calendar does not have it", () => {
  expect(dayTyped("5", "01", "2026")).toBe("2026-01-05");
  expect(dayTyped(" 29 ", "2", "2028 ")).toBe("2028-02-29");
  for (const [day, month, year] of [
    ["29", "2", "2026"],
    ["31", "4", "2026"],
    ["1", "13", "2026"],
    ["1", "1", "26"],
    ["one", "1", "2026"],
    ["1.0", "1", "2026"],
    ["", "", ""],
  ] as const)
    expect(dayTyped(day, month, year)).toBeNull();
});

test("a day or a time that does not exist is refused", () => {
  for (const day of ["2026-02-30", "2026-13-01", "2026-1-1", "2026-00-10", "today", ""])
    expect(() => partsOf(day)).toThrow(RangeError);
  for (const time of ["24:00", "9:00", "12:60", ""])
    expect(() => londonInstant("2026-11-08", time)).toThrow(RangeError);
});
