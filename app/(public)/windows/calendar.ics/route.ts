import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { londonDate } from "@/lib/london";
import { extensionsAt } from "@/lib/windows/calendar";
import { calendarFeed } from "@/lib/windows/calendar-feed";
import { calendarNow } from "@/lib/returns/queries";
import { windowsOfYear } from "@/lib/windows/windows-of-year";

/** The windows of this year and the next as a calendar that people subscribe to. */
export async function GET(): Promise<Response> {
  const time = now();
  const calendar = await calendarNow();
  const { year } = londonDate(time);
  const windows = [year, year + 1]
    .flatMap((each) => windowsOfYear(each, calendar.holidays, extensionsAt(calendar, time)))
    .map(({ window }) => window);
  const { APP_ORIGIN, SERVICE_NAME } = env();
  const settings = {
    name: `${SERVICE_NAME} reporting windows`,
    host: new URL(APP_ORIGIN).hostname,
    url: `${APP_ORIGIN}/returns`,
  };
  return new Response(calendarFeed(windows, settings, time), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
