import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { formatDate, formatList, formatMonth } from "@/lib/format";
import type { Day, Month } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { calendarNow, windowFor } from "@/lib/windows/calendar";
import { refusedBy } from "@/lib/database/refusal";
import { lastExtendableDay } from "@/lib/windows/reporting-window";
import { readReason } from "./reason";

export interface ExtensionAsked {
  month: Month;
  lastDay: Day | null;
  /**
   * The ids of the locations it is for, at CQC or in another register, on separate lines or with commas; blank for all.
   */
  locations: string;
  reason: string;
}

const mostLocations = 200;

/**
 * Keeps one month's window open longer, for every location or for some. Refuses a day on which the window would be open
 * anyway, a day that would reach the next window, and a second extension while one is in effect.
 */
export async function extendWindow(user: User, asked: ExtensionAsked, now: Date): Promise<Outcome<{ count: number }>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const { ids, unknown } = await locationsNamed(asked.locations);
  if (unknown.length > 0)
    problems.unshift({
      field: "locations",
      message: `No location has the ID ${formatList(unknown.slice(0, 10))}. Enter up to ${mostLocations} CQC or ODS IDs`,
    });
  problems.unshift(...wrongWithDay(asked, await standsUntil(asked.month, now)));
  const { lastDay } = asked;
  if (problems.length > 0 || lastDay === null) return refused(...problems);
  const extension = {
    month: new Date(`${asked.month}-01`),
    lastDay: new Date(lastDay),
    reason,
    createdAt: now,
    createdById: user.id,
  };
  try {
    const data = ids.map((locationId) => ({ ...extension, locationId }));
    return done(await transact(user, reason, (tx) => tx.windowExtension.createMany({ data })));
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
    const message =
      ids[0] === null
        ? "This window has already been extended. End that extension first"
        : "This window has already been extended for one of these locations. End that extension first, or leave the location out";
    return refused({ field: ids[0] === null ? "month" : "locations", message });
  }
}

const standsUntil = async (month: Month, now: Date): Promise<Day> => windowFor(await calendarNow(), month, now).lastDay;

function wrongWithDay({ month, lastDay }: ExtensionAsked, closes: Day): Problem[] {
  const field = "last_day";
  if (lastDay === null) return [{ field, message: "Enter the last day on which a return counts" }];
  if (lastDay <= closes)
    return [{ field, message: `The ${formatMonth(month)} window closes on ${formatDate(closes)}. Enter a later date` }];
  const latest = lastExtendableDay(month);
  if (lastDay > latest)
    return [{ field, message: `Enter ${formatDate(latest)} or earlier, because the next window opens after that` }];
  return [];
}

/** The locations that were named, each once, or null for all; and the ids that belong to no location. */
async function locationsNamed(typed: string): Promise<{ ids: (number | null)[]; unknown: string[] }> {
  const named = [...new Set(typed.split(/[\s,;]+/).filter((id) => id !== ""))];
  if (named.length === 0) return { ids: [null], unknown: [] };
  const found = await db.location.findMany({
    where: { registerId: { in: named.slice(0, mostLocations) } },
    select: { id: true, registerId: true },
  });
  const known = new Map(found.map(({ id, registerId }) => [registerId, id]));
  return { ids: [...known.values()], unknown: named.filter((id) => !known.has(id)) };
}
