import { Prisma } from "@/lib/db";
import { addDays, addMonths, dayOf, monthsFrom, type Month } from "@/lib/london";
import { type Collection, collections, type ProviderType } from "@/lib/questions/collections";
import { type Calendar, extensionsAt, windowFor } from "./calendar";
import { type Compliance, monthsInView, standingFrom } from "./compliance";
import { firstDue } from "./due-returns";
import { monthFor, type ReportingWindow } from "./reporting-window";

/** How a location stands with a collection, the months that make it so, and the same in a sentence. */
export type StandingNow = Omit<Compliance, "months">;

/**
 * How every location of a list stands with a collection, worked out by the database: `sql` is a part of a query that
 * calls location `l`, and gives a text that `read` makes a standing of. It says what `complianceAt` says.
 */
export interface Standings {
  sql: Prisma.Sql;
  read: (states: string) => StandingNow;
  /** Conditions on such a text. */
  atRiskOrWorse: (states: Prisma.Sql) => Prisma.Sql;
  atThreshold: (states: Prisma.Sql) => Prisma.Sql;
}

/** One letter a month, oldest first: met, missed, not due, open. Only missed and open are looked at again. */
const missed = "m";
const open = "o";

export function standings(collection: Collection, calendar: Calendar, asOf: Date): Standings {
  const latest = monthFor(asOf);
  const months = monthsFrom(addMonths(latest, -monthsInView), latest);
  return {
    sql: statesSql(collection, calendar, months, asOf),
    read: (states) => readStates(months, states),
    atRiskOrWorse: (states) => Prisma.sql`(${runOf(states)} >= 2 or ${missedOf(states)} >= 4)`,
    atThreshold: (states) => Prisma.sql`(${runOf(states)} >= 3 or ${missedOf(states)} >= 4)`,
  };
}

function statesSql(collection: Collection, calendar: Calendar, months: readonly Month[], asOf: Date): Prisma.Sql {
  const since = firstDue();
  const ahead = since === "first-full-window" ? 1 : since;
  const general = months.map((month) => windowFor(calendar, month, asOf));
  return Prisma.sql`
    (select string_agg(case
              when exists (select from "return" r
                            where r.location_id = l.id and r.collection = ${collection}::collection and r.month = w.first
                              and r.submitted_at >= w.opens and r.submitted_at < coalesce(x.closes, w.closes)
                              and r.submitted_at <= ${asOf}) then '.'
              when w.first_day < l.registered_on + ${ahead}::int
                or l.deregistered_on <= least(${dayOf(asOf)}::date, coalesce(x.last_day, w.last_day)) then '-'
              when ${asOf} < coalesce(x.closes, w.closes) then ${open}
              else ${missed} end, '' order by w.first)
       from (values ${Prisma.join(general.map(windowRow))}) w(first, first_day, last_day, opens, closes)
       left join (values ${Prisma.join(ownWindows(calendar, months, asOf))}) x(location_id, first, last_day, closes)
         on x.location_id = l.id and x.first = w.first)`;
}

const windowRow = ({ month, firstDay, lastDay, opensAt, closesAt }: ReportingWindow) =>
  Prisma.sql`(${`${month}-01`}::date, ${firstDay}::date, ${lastDay}::date, ${opensAt}::timestamptz, ${closesAt}::timestamptz)`;

/** The windows that were extended for single locations; a row of nulls where none was, since a list needs one. */
function ownWindows(calendar: Calendar, months: readonly Month[], asOf: Date): Prisma.Sql[] {
  const own = extensionsAt(calendar, asOf).flatMap(({ month, locationIds = [] }) =>
    months.includes(month) ? locationIds.map((id) => ({ month, id: Number(id) })) : [],
  );
  const once = new Map(own.map((one) => [`${one.month} ${one.id}`, one]));
  return [
    Prisma.sql`(null::int, null::date, null::date, null::timestamptz)`,
    ...[...once.values()].map(({ month, id }) => {
      const { lastDay, closesAt } = windowFor(calendar, month, asOf, id);
      return Prisma.sql`(${id}::int, ${`${month}-01`}::date, ${lastDay}::date, ${closesAt}::timestamptz)`;
    }),
  ];
}

/** The twelve months that count: without the newest where its window is open and unanswered. */
const settledOf = (states: Prisma.Sql) =>
  Prisma.sql`(case when right(${states}, 1) = ${open} then left(${states}, ${monthsInView}::int) else right(${states}, ${monthsInView}::int) end)`;

const missedOf = (states: Prisma.Sql) =>
  Prisma.sql`(${monthsInView}::int - length(replace(${settledOf(states)}, ${missed}, '')))`;

const runOf = (states: Prisma.Sql) =>
  Prisma.sql`(${monthsInView}::int - length(rtrim(${settledOf(states)}, ${missed})))`;

function readStates(months: readonly Month[], states: string): StandingNow {
  const all = months.map((month, index) => ({ month, missed: states[index] === missed }));
  return standingFrom(states.at(-1) === open ? all.slice(0, -1) : all.slice(1));
}

/** The kinds of location that a collection is asked of, now. */
export function askedOf(collection: Collection, { switched }: Calendar): readonly ProviderType[] {
  const facts = collections[collection];
  return switched[collection] ?? ("startsOff" in facts ? [] : facts.providerTypes);
}

/** The first day of a window that a location owes must come after the day of its registration, by so many days. */
export const registeredBefore = (firstDay: string): string => {
  const since = firstDue();
  return addDays(firstDay, since === "first-full-window" ? -1 : -since);
};
