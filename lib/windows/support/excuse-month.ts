import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { refusedBy } from "@/lib/database/refusal";
import { db, transact } from "@/lib/db";
import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import { done, type Outcome, refused, refusedAt } from "@/lib/outcome";
import { type Collection, isCollection, kindsAsked, isMandated } from "@/lib/questions/collections";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { readReason } from "./reason";

export interface ExcuseAsked {
  /** The location's id at CQC or in another register. */
  location: string;
  collection: string;
  month: Month;
  reason: string;
}

/**
 * Records that one location was excused a month, and why. The location's compliance does not change. Refuses a return
 * that the location does not have to file, a month that has not opened, and a second excuse for the same month.
 */
export async function excuseMonth(user: User, asked: ExcuseAsked, now: Date): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(asked.reason);
  const location = await db.location.findFirst({
    where: { registerId: asked.location.trim() },
    select: { id: true, name: true, types: true },
  });
  if (!location)
    problems.unshift({ field: "location", message: "Enter the CQC ID of one location, such as 1-123456789" });
  const collection = monthlyCollection(asked.collection);
  if (collection === null) problems.push({ field: "collection", message: "Select the return" });
  const calendar = await calendarNow();
  if (asked.month > monthFor(now)) problems.push({ field: "month", message: "Select a window that has opened" });
  const types = collection === null ? [] : kindsAsked(collection, calendar.switched);
  if (location && collection !== null && !types.some((type) => (location.types as string[]).includes(type)))
    problems.push({ field: "collection", message: `${location.name} is not asked for this return` });
  if (problems.length > 0 || !location || collection === null) return refused(...problems);
  try {
    await transact(user, reason, (tx) =>
      tx.excusedMonth.create({
        data: {
          locationId: location.id,
          collection,
          month: new Date(`${asked.month}-01`),
          reason,
          at: now,
          byId: user.id,
        },
      }),
    );
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
    return refusedAt("month", `${formatMonth(asked.month)} is already excused for ${location.name}`);
  }
  return done(null);
}

const monthlyCollection = (key: string): Collection | null => (isCollection(key) && isMandated(key) ? key : null);

/** Withdraws an excuse. The record still shows that it was given. */
export async function endExcuse(user: User, id: number, why: string, now: Date): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(why);
  if (problems.length > 0) return refused(...problems);
  await transact(user, reason, (tx) =>
    tx.excusedMonth.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}

/** The excuses that were recorded, newest first, including withdrawn ones. */
export async function excusedMonths(user: User) {
  allow(user, "change windows and seasons");
  const rows = await db.excusedMonth.findMany({
    orderBy: { id: "desc" },
    take: 200,
    include: { location: { select: { name: true } }, by: { select: { fullName: true } } },
  });
  return rows.map(({ location, by, month, ...row }) => ({
    ...row,
    month: month.toISOString().slice(0, 7),
    location: location.name,
    by: by.fullName,
  }));
}
