import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { refusedBy } from "@/lib/database/refusal";
import { db, transact } from "@/lib/db";
import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import { done, type Outcome, refused, refusedAt } from "@/lib/outcome";
import { checksOfFigures } from "@/lib/questions/checks";
import { type Collection, kindsAsked } from "@/lib/questions/collections";
import { readFigure } from "@/lib/questions/read";
import { calendarNow } from "@/lib/windows/calendar";
import { monthFor } from "@/lib/windows/reporting-window";
import { readReason } from "./reason";

export interface FigureAsked {
  /** The id of CQC or another register. */
  location: string;
  collection: Collection;
  month: Month;
  /** The check, by its code. */
  check: string;
  figure: string;
  reason: string;
}

/**
 * Accepts one figure against one check, for one location and window: the return may be filed with it, by form or
 * workbook, and every other check still holds. Refuses a return that the location is not asked for, a window that is
 * still to come, and a second figure for the same check. It is no excuse: the return is still due.
 */
export async function acceptFigure(user: User, asked: FigureAsked, now: Date): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { collection, month } = asked;
  const { reason, problems } = readReason(asked.reason);
  const calendar = await calendarNow();
  const check = checksOfFigures(collection, month, calendar.seasonsIn(month)).find(({ code }) => code === asked.check);
  const figure = readFigure(asked.figure, "decimal");
  if (typeof figure !== "number")
    problems.unshift({ field: "figure", message: "Enter the figure as the provider will enter it, like 12 or 37.5" });
  if (!check) problems.unshift({ field: "check", message: "Select the check" });
  if (month > monthFor(now)) problems.unshift({ field: "month", message: "Select a window that has opened" });
  const location = await db.location.findFirst({
    where: { registerId: asked.location.trim() },
    select: { id: true, name: true, types: true },
  });
  if (!location)
    problems.unshift({ field: "location", message: "Enter the CQC ID of one location, such as 1-123456789" });
  else if (!kindsAsked(collection, calendar.switched).some((kind) => (location.types as string[]).includes(kind)))
    problems.unshift({ field: "location", message: `${location.name} is not asked for this return` });
  if (problems.length > 0 || !location || !check || typeof figure !== "number") return refused(...problems);
  const data = {
    locationId: location.id,
    collection,
    month: new Date(`${month}-01`),
    code: check.code,
    figure,
    reason,
  };
  try {
    await transact(user, reason, (tx) => tx.acceptedCheck.create({ data: { ...data, at: now, byId: user.id } }));
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
    const where = `${location.name} in ${formatMonth(month)}`;
    return refusedAt("check", `A figure is already accepted against this check for ${where}. Take that one back first`);
  }
  return done(null);
}

/** Takes an accepted figure back: from now on its check asks again. That it was accepted stays on record. */
export async function endAcceptedFigure(user: User, id: number, why: string, now: Date): Promise<Outcome<null>> {
  allow(user, "change windows and seasons");
  const { reason, problems } = readReason(why);
  if (problems.length > 0) return refused(...problems);
  await transact(user, reason, (tx) =>
    tx.acceptedCheck.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } }),
  );
  return done(null);
}

/** The figures that were accepted, newest first, including those taken back. */
export async function acceptedFigures(user: User) {
  allow(user, "change windows and seasons");
  const rows = await db.acceptedCheck.findMany({
    orderBy: { id: "desc" },
    take: 200,
    include: { location: { select: { name: true } }, by: { select: { fullName: true } } },
  });
  const { seasonsIn } = await calendarNow();
  return rows.map(({ location, by, month: first, ...row }) => {
    const month = first.toISOString().slice(0, 7);
    const check = checksOfFigures(row.collection, month, seasonsIn(month)).find(({ code }) => code === row.code);
    return { ...row, month, location: location.name, by: by.fullName, check: check?.name ?? row.code };
  });
}
