import { calendarNow, extensionsAt } from "./calendar";
import { type WindowNow, windowAt } from "./reporting-window";

/** How the windows stand now: for everyone, or with what was extended for one location. */
export async function windowsNow(now: Date, locationId?: number): Promise<WindowNow> {
  const calendar = await calendarNow();
  const location = locationId === undefined ? undefined : String(locationId);
  return windowAt(now, calendar.holidays, extensionsAt(calendar, now), location);
}
