import ical, { ICalEventTransparency } from "ical-generator";
import { formatMonth } from "@/lib/format";
import { addDays, dayIn, daysBetween, type Day } from "@/lib/london";
import type { ReportingWindow } from "./reporting-window";
import { explained } from "./windows-of-year";

export interface FeedSettings {
  /** The calendar's name, as a person's own calendar will show it. */
  name: string;
  /** The host in each event's id. Changing it gives every subscriber each event twice. */
  host: string;
  /** The page where returns are filed, linked from each event. */
  url?: string;
}

const oneDaySeconds = 24 * 60 * 60;
/** Whole days have no hour, so they are written in UTC and no time zone can move them. */
const wholeDay = (day: Day) => new Date(`${day}T00:00:00Z`);

/**
 * A calendar of windows that people can subscribe to (RFC 5545, the text of an .ics file). Each window is an event of
 * whole days that does not block anyone's diary. An event keeps its UID each time the feed is read. The later it
 * closes, the higher its SEQUENCE, so that calendars pick up the new end of an extended window.
 */
export function calendarFeed(windows: readonly ReportingWindow[], settings: FeedSettings, now: Date): string {
  const { name, host, url } = settings;
  const calendar = ical({
    name,
    prodId: { company: host, product: "Reporting windows", language: "EN" },
    scale: "gregorian",
    ttl: oneDaySeconds,
  });
  for (const window of windows) {
    const { closes, why } = explained(window);
    calendar.createEvent({
      id: `reporting-window-${window.month}@${host}`,
      stamp: now,
      sequence: daysBetween(dayIn(window.month, 14), window.lastDay),
      start: wholeDay(window.firstDay),
      end: wholeDay(addDays(window.lastDay, 1)),
      allDay: true,
      summary: `${formatMonth(window.month)} reporting window`,
      description: `Closes at ${closes}. ${why}`,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(url && { url }),
    });
  }
  return `${calendar.toString()}\r\n`;
}
