import {
  formatCount,
  formatAgo,
  formatDate,
  formatDateTime,
  formatDateTimeThisYear,
  formatDayAndMonth,
  formatList,
  formatLongDate,
  formatMonth,
  formatNumber,
  formatOrdinal,
  formatPercent,
  formatTime,
  formatWeekday,
  plural,
  inSentence,
} from "@/lib/format";
import { londonInstant } from "@/lib/london";

test("a closing time says the time, the weekday and the date", () => {
  const at = londonInstant("2026-11-16", "23:59");
  expect(formatDateTime(at)).toBe("11:59pm on Monday 16 November 2026");
  expect(formatDateTimeThisYear(at)).toBe("11:59pm on Monday 16 November");
});

test("a date is written out, of a day or of an instant", () => {
  expect(formatDate("2026-11-16")).toBe("16 November 2026");
  expect(formatDate("2026-01-05")).toBe("5 January 2026");
  expect(formatDate(new Date("2026-06-30T23:30:00Z"))).toBe("1 July 2026");
  expect(formatLongDate("2028-02-29")).toBe("Tuesday 29 February 2028");
  expect(formatDayAndMonth("2026-11-16")).toBe("16 November");
  expect(formatWeekday("2026-11-14")).toBe("Saturday");
  expect(formatMonth("2026-11")).toBe("November 2026");
});

test("a time is London's, in summer and in winter", () => {
  expect(formatDateTime(new Date("2026-06-15T22:59:00Z"))).toBe("11:59pm on Monday 15 June 2026");
  expect(formatDateTime(new Date("2026-12-14T23:59:00Z"))).toBe("11:59pm on Monday 14 December 2026");
  expect(formatDateTime(new Date("2026-03-29T00:59:00Z"))).toBe("12:59am on Sunday 29 March 2026");
  expect(formatDateTime(new Date("2026-03-29T01:00:00Z"))).toBe("2am on Sunday 29 March 2026");
  expect(formatDateTime(new Date("2026-10-25T00:30:00Z"))).toBe("1:30am on Sunday 25 October 2026");
  expect(formatDateTime(new Date("2026-10-25T01:30:00Z"))).toBe("1:30am on Sunday 25 October 2026");
});

test("a full hour has no minutes, and twelve o'clock is midday or midnight", () => {
  const time = (text: string) => formatTime(londonInstant("2026-11-10", text));
  expect(["09:00", "09:05", "17:30", "12:01", "00:01"].map(time)).toEqual([
    "9am",
    "9:05am",
    "5:30pm",
    "12:01pm",
    "12:01am",
  ]);
  expect([time("12:00"), time("00:00")]).toEqual(["midday", "midnight"]);
  expect(formatDateTime(londonInstant("2026-11-10", "12:00"))).toBe("midday on Tuesday 10 November 2026");
});

test("midnight says which end of the day it is", () => {
  expect(formatDateTime(londonInstant("2026-11-08", "00:00"))).toBe("midnight at the start of Sunday 8 November 2026");
});

test("how long ago is said in one unit, and from a day on in London's days", () => {
  const now = londonInstant("2026-11-16", "09:00");
  const ago = (day: string, time: string) => formatAgo(londonInstant(day, time), now);
  expect(formatAgo(new Date(now.getTime() - 59_999), now)).toBe("just now");
  expect(ago("2026-11-16", "08:59")).toBe("1 minute ago");
  expect(ago("2026-11-16", "08:55")).toBe("5 minutes ago");
  expect(ago("2026-11-16", "08:00")).toBe("1 hour ago");
  expect(ago("2026-11-16", "07:00")).toBe("2 hours ago");
  expect(ago("2026-11-15", "09:01")).toBe("23 hours ago");
  expect(ago("2026-11-15", "09:00")).toBe("yesterday");
  expect(ago("2026-11-14", "23:59")).toBe("2 days ago");
  expect(ago("2026-10-17", "09:00")).toBe("30 days ago");
  expect(ago("2026-10-16", "09:00")).toBe("16 October 2026");
});

test("on the day that has 25 hours its morning is not called yesterday", () => {
  const [morning, night] = [londonInstant("2026-10-25", "00:00"), londonInstant("2026-10-25", "23:30")];
  expect(formatAgo(morning, night)).toBe("24 hours ago");
});

test("a time still to come is not said to be past, but a clock a few seconds ahead is forgiven", () => {
  const now = londonInstant("2026-11-16", "09:00");
  expect(formatAgo(new Date(now.getTime() + 30_000), now)).toBe("just now");
  expect(formatAgo(londonInstant("2026-11-20", "09:00"), now)).toBe("20 November 2026");
});

test("a number has its thousands separated, and its word is singular only for one", () => {
  expect(formatCount("bed", 1204)).toBe("1,204 beds");
  expect(formatCount("bed", 1)).toBe("1 bed");
  expect(formatCount("bed", 0)).toBe("0 beds");
  expect(formatCount("vacancy", 2, "vacancies")).toBe("2 vacancies");
  expect([plural("bed", 1), plural("bed", 2), plural("person", 3, "people")]).toEqual(["bed", "beds", "people"]);
  expect([formatNumber(1234567), formatNumber(12.5)]).toEqual(["1,234,567", "12.5"]);
});

test("a share always has one decimal", () => {
  expect([0.86, 1, 0, 0.12345, 1.016].map(formatPercent)).toEqual(["86.0%", "100.0%", "0.0%", "12.3%", "101.6%"]);
});

test("ordinals and lists read as spoken", () => {
  expect([1, 2, 3, 4, 8, 11, 12, 13, 14, 21, 22, 31].map(formatOrdinal).join(" ")).toBe(
    "1st 2nd 3rd 4th 8th 11th 12th 13th 14th 21st 22nd 31st",
  );
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(formatList)).toEqual(["", "a", "a and b", "a, b and c"]);
});

test("a label in a sentence begins small, but not an abbreviation, a month or a name", () => {
  expect(["General residential", "Council", "Absent, COVID-19"].map(inSentence)).toEqual([
    "general residential",
    "council",
    "absent, COVID-19",
  ]);
  const unchanged = ["CQC location ID", "ICB", "Sub ICB", "December 2025", "AgencyNursesEmployed"];
  expect(unchanged.map(inSentence)).toEqual(unchanged);
});
