import { formatMonth } from "@/lib/format";
import { addDays, dayIn, daysBetween, type Day } from "@/lib/london";
import type { ReportingWindow } from "./reporting-window";
import { explained } from "./windows-of-year";

export interface FeedSettings {
  /** The calendar's name, as a person's own calendar will show it. */
  name: string;
  /** The host that events are named under. A change of it doubles every event of those who subscribed. */
  host: string;
  /** Where one files, linked from each event. */
  url?: string;
}

/**
 * A calendar of windows that people can subscribe to (RFC 5545, the text of an .ics file). Each window is an event of
 * whole days, which no reader's time zone can move, and leaves its owner free. An event keeps its UID however often the
 * feed is read; the later it closes, the higher its SEQUENCE, so that calendars take the new end of an extended one.
 */
export function calendarFeed(windows: readonly ReportingWindow[], settings: FeedSettings, now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(settings.host)}//Reporting windows//EN`,
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(settings.name)}`,
    `X-WR-CALNAME:${escaped(settings.name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "X-PUBLISHED-TTL:P1D",
    ...windows.flatMap((window) => eventOf(window, settings, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventOf(window: ReportingWindow, { host, url }: FeedSettings, now: Date): string[] {
  const { closes, why } = explained(window);
  return [
    "BEGIN:VEVENT",
    `UID:reporting-window-${window.month}@${host}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${daysBetween(dayIn(window.month, 14), window.lastDay)}`,
    `DTSTART;VALUE=DATE:${compact(window.firstDay)}`,
    `DTEND;VALUE=DATE:${compact(addDays(window.lastDay, 1))}`,
    `SUMMARY:${escaped(`${formatMonth(window.month)} reporting window`)}`,
    `DESCRIPTION:${escaped(`Closes at ${closes}. ${why}`)}`,
    ...(url ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const compact = (day: Day) => day.replaceAll("-", "");
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line broken after at most 75 octets, never within a character; each further line begins with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...lines, part].join("\r\n");
}
