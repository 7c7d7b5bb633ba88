import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { formatDate, formatMonth } from "@/lib/format";
import type { Day, Month } from "@/lib/london";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { calendarNow, windowFor } from "../calendar";
import { refusedBy } from "../database-refusal";
import { lastExtendableDay } from "../reporting-window";
import { readReason } from "./reason";

export interface ExtensionAsked {
  month: Month;
  lastDay: Day | null;
  /** CQC's or our own id of the one location it is for; blank for all of them. */
  location: string;
  reason: string;
}

/**
 * Keeps one month's window open longer, for every location or for one. Refuses a day that is not later than the window
 * closes anyway, or that would reach the next window, and a second extension where one holds.
 */
export async function extendWindow(user: User, asked: ExtensionAsked, now: Date): Promise<Outcome<{ id: number }>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const locationId = await locationNamed(asked.location.trim());
  if (locationId === undefined)
    problems.unshift({
      field: "location",
      message: "No location has this id. Enter the id that its register gives it",
    });
  problems.unshift(...wrongWithDay(asked, await standsUntil(asked.month, now)));
  if (problems.length > 0 || asked.lastDay === null || locationId === undefined) return refused(...problems);
  const data = {
    month: new Date(`${asked.month}-01`),
    lastDay: new Date(asked.lastDay),
    locationId,
    reason,
    createdAt: now,
    createdById: user.id,
  };
  try {
    return done(await transact(user, reason, (tx) => tx.windowExtension.create({ data, select: { id: true } })));
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
    return refused({ field: "month", message: "This window is extended already. End that extension first" });
  }
}

const standsUntil = async (month: Month, now: Date): Promise<Day> => windowFor(await calendarNow(), month, now).lastDay;

function wrongWithDay({ month, lastDay }: ExtensionAsked, closes: Day): Problem[] {
  const field = "last_day";
  if (lastDay === null) return [{ field, message: "Enter the last day on which a return counts" }];
  if (lastDay <= closes)
    return [{ field, message: `The ${formatMonth(month)} window closes on ${formatDate(closes)}: enter a later day` }];
  const latest = lastExtendableDay(month);
  if (lastDay > latest)
    return [{ field, message: `Enter ${formatDate(latest)} or earlier: after it the next window opens` }];
  return [];
}

/** The location of a register's id; null for all, undefined where there is none. */
async function locationNamed(registerId: string): Promise<number | null | undefined> {
  if (registerId === "") return null;
  const location = await db.location.findFirst({ where: { registerId }, select: { id: true } });
  return location?.id;
}
