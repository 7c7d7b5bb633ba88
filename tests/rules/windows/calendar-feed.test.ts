import { dayIn, londonInstant } from "@/lib/london";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { calendarFeed } from "@/lib/windows/calendar-feed";
import { reportingWindow } from "@/lib/windows/reporting-window";
import { windowsOfYear } from "@/lib/windows/windows-of-year";

const settings = { name: "Capacity reporting", host: "tracker.example", url: "https://tracker.example/returns" };
const now = londonInstant("2026-06-10", "09:00");
const windows = [2026, 2027, 2028].flatMap((year) => windowsOfYear(year, holidaysByRule).map(({ window }) => window));
const feed = calendarFeed(windows, settings, now);

/** Reads a feed as RFC 5545 says: unfold, split names from values, undo the escapes. */
function read(ics: string) {
  const lines = ics.replace(/\r\n[ \t]/g, "").split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({});
    const colon = line.indexOf(":");
    const value = line.slice(colon + 1).replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c));
    const event = events.at(-1);
    if (event) event[line.slice(0, colon)] = value;
  }
  return { lines, events };
}

test("the feed has one event for each window, from the 8th to the day after the last day", () => {
  const { events } = read(feed);
  expect(events).toHaveLength(36);
  expect(
    events.map((event) => [event["UID"], event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]].join(" ")),
  ).toEqual(
    windows.map(({ month, closesAt }) => {
      const end = closesAt.toLocaleDateString("en-CA", { timeZone: "Europe/London" });
      const days = [dayIn(month, 8), end].map((day) => day.replaceAll("-", ""));
      return [`reporting-window-${month}@tracker.example`, ...days].join(" ");
    }),
  );
});

test("an event says in words what it is, when it closes and why", () => {
  expect(read(feed).events[10]).toMatchObject({
    SUMMARY: "November 2026 reporting window",
    DESCRIPTION:
      "Closes at 11:59pm on Monday 16 November 2026. " +
      "It closes on Monday the 16th, the next working day, because the 14th is a Saturday.",
    DTSTAMP: "20260610T080000Z",
    SEQUENCE: "2",
    "URL;VALUE=URI": "https://tracker.example/returns",
    TRANSP: "TRANSPARENT",
  });
});

test("every line ends with CR and LF and has at most 75 octets, and the parts open and close in pairs", () => {
  expect(feed.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(feed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of feed.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const { lines } = read(feed);
  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  const count = (text: string) => lines.filter((line) => line === text).length;
  expect([count("BEGIN:VEVENT"), count("END:VEVENT"), count("END:VCALENDAR")]).toEqual([36, 36, 1]);
});

test("commas, semicolons, backslashes, line breaks and letters of several octets come back as they were", () => {
  const reason = "Système en panne; voir \\\\serveur, dès le 16.\n" + "é€😀 ".repeat(40) + "end";
  const extension = { month: "2026-11", lastDay: "2026-11-18", reason };
  const ics = calendarFeed([reportingWindow("2026-11", holidaysByRule, extension)], settings, now);
  for (const line of ics.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain("\uFFFD");
  }
  expect(read(ics).events[0]?.["DESCRIPTION"]).toContain(reason);
});

test("an extended window keeps its UID and carries a higher sequence, and a longer extension a higher one still", () => {
  const event = (lastDay?: string) => {
    const extension = lastDay ? { month: "2026-11", lastDay, reason: "Outage." } : undefined;
    return read(calendarFeed([reportingWindow("2026-11", holidaysByRule, extension)], settings, now)).events[0]!;
  };
  const [plain, longer, longest] = [event(), event("2026-11-18"), event("2026-11-20")];
  expect(new Set([plain, longer, longest].map(({ UID }) => UID)).size).toBe(1);
  expect(Number(longer["SEQUENCE"])).toBeGreaterThan(Number(plain["SEQUENCE"]));
  expect(Number(longest["SEQUENCE"])).toBeGreaterThan(Number(longer["SEQUENCE"]));
  expect(longest["DTEND;VALUE=DATE"]).toBe("20261121");
});

test("the same windows at the same time give the same text", () => {
  expect(calendarFeed(windows, settings, now)).toBe(feed);
});
