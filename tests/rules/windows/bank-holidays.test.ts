import { holidaysByRule, holidaysFrom, holidaysOfEngland } from "@/lib/windows/bank-holidays";
import { addDays } from "@/lib/london";

/** England's bank holidays as GOV.UK listed them in 2026. Contains public sector information under the OGL v3.0. */
const announced: Record<number, string> = {
  2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
  2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
  2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
  2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
  2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
  2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
};

const file = (days: Record<string, string>) => ({
  "england-and-wales": { events: Object.entries(days).map(([date, title]) => ({ date, title })) },
});

function daysOf(year: number, isHoliday: (day: string) => boolean): string {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (isHoliday(day)) days.push(day.slice(5));
  return days.join(" ");
}

test.each(Object.entries(announced))("the rules give the bank holidays that GOV.UK announced for %s", (year, days) => {
  expect(daysOf(Number(year), holidaysByRule.isHoliday)).toBe(days);
});

test("a holiday has its name, and an ordinary day has none", () => {
  expect(holidaysByRule.nameOf("2028-04-14")).toBe("Good Friday");
  expect(holidaysByRule.nameOf("2031-04-14")).toBe("Easter Monday");
  expect(holidaysByRule.nameOf("2026-11-14")).toBeUndefined();
});

test("days that are kept in Scotland or only remembered are no bank holidays in England", () => {
  expect(holidaysByRule.isHoliday("2026-01-02")).toBe(false);
  expect(holidaysByRule.isHoliday("2026-11-30")).toBe(false);
  expect(holidaysByRule.isHoliday("2026-03-15")).toBe(false);
});

test("GOV.UK's file is read as published, and says up to when it covers dates", () => {
  const holidays = holidaysFrom(file({ "2026-12-28": "Boxing Day", "2027-01-01": "New Year’s Day" }));
  expect(holidays.nameOf("2026-12-28")).toBe("Boxing Day");
  expect(holidays.isHoliday("2027-06-14")).toBe(false);
  expect(holidays.until).toBe("2027-12-31");
  expect(() => holidays.isHoliday("2028-01-01")).toThrow(
    "The bank holidays are known from 1 January 2026 to 31 December 2027, not for 1 January 2028.",
  );
  expect(() => holidays.isHoliday("2025-12-31")).toThrow(RangeError);
});

test("a file without a day for England is refused", () => {
  expect(() => holidaysFrom(file({}))).toThrow("The file has no bank holidays for England.");
});

test("a holiday proclaimed for one year counts once GOV.UK's file is imported", () => {
  const holidays = holidaysOfEngland(file({ "2029-05-14": "Bank holiday for a coronation" }));
  expect(holidaysByRule.isHoliday("2029-05-14")).toBe(false);
  expect(holidays.nameOf("2029-05-14")).toBe("Bank holiday for a coronation");
});

test("the rules apply beyond the years of GOV.UK's file, and we say how far the file reaches", () => {
  const holidays = holidaysOfEngland(file({ "2026-12-25": "Christmas Day" }));
  expect(holidays.isHoliday("2028-04-14")).toBe(true);
  expect(holidays.isHoliday("2025-12-25")).toBe(true);
  expect(holidays.isHoliday("2026-12-28")).toBe(false);
  expect(holidays.announcedUntil).toBe("2026-12-31");
  expect(holidays.until).toBe(holidaysByRule.until);
  expect(holidaysOfEngland().announcedUntil).toBeUndefined();
});

test("a day after the last known day is refused rather than called a working day", () => {
  expect(() => holidaysByRule.isHoliday(addDays(holidaysByRule.until, 1))).toThrow(RangeError);
});
