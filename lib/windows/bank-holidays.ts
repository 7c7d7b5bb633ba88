import Holidays from "date-holidays";
import { formatDate } from "@/lib/format";
import { isWeekend, partsOf, type Day } from "@/lib/london";

/** The bank holidays of England, over the days for which they are known. */
export interface BankHolidays {
  /** Whether a day is a bank holiday. Throws a RangeError after `until`, because not known is not the same as no. */
  isHoliday(day: Day): boolean;
  /** What the holiday is called, or undefined if the day is not one. Throws as `isHoliday` does. */
  nameOf(day: Day): string | undefined;
  /** The last day that is known. */
  until: Day;
  /** The last day covered by the government's own list; later holidays follow from the rules. */
  announcedUntil?: Day;
}

/** GOV.UK's file of bank holidays (www.gov.uk/bank-holidays.json), as far as we read it. */
export interface GovUkBankHolidays {
  "england-and-wales": { events: readonly { title: string; date: string }[] };
}

/**
 * England's bank holidays by rule, from the library date-holidays. A holiday proclaimed for one year only is known once
 * a release of the library includes it, or from GOV.UK's file.
 *
 * The library also lists the weekend day that a substitute stands for. GOV.UK does not, so it is left out here and the
 * two agree on every day.
 */
export const holidaysByRule: BankHolidays = within("1900-01-01", "2099-12-31", (day) => yearByRule(day).get(day));

/**
 * The bank holidays of England that GOV.UK's file lists. It runs from the first year in the file to the end of the last,
 * as GOV.UK publishes whole years. Throws a RangeError where the file has no days for England.
 */
export function holidaysFrom(file: GovUkBankHolidays): BankHolidays {
  const events = file["england-and-wales"].events;
  const years = events.map(({ date }) => partsOf(date).year);
  if (years.length === 0) throw new RangeError("The file has no bank holidays for England.");
  const names = new Map(events.map(({ date, title }) => [date, title]));
  const until = `${Math.max(...years)}-12-31`;
  return { ...within(`${Math.min(...years)}-01-01`, until, (day) => names.get(day)), announcedUntil: until };
}

/** England's bank holidays: from GOV.UK's file, if imported, for the years it covers, and by rule for other years. */
export function holidaysOfEngland(file?: GovUkBankHolidays): BankHolidays {
  if (!file) return holidaysByRule;
  const announced = holidaysFrom(file);
  const from = file["england-and-wales"].events.map(({ date }) => date.slice(0, 4)).sort()[0] ?? "";
  const known = (day: Day) => day.slice(0, 4) >= from && day <= announced.until;
  const { until } = holidaysByRule;
  const nameOf = (day: Day) => (known(day) ? announced : holidaysByRule).nameOf(day);
  return { isHoliday: (day) => nameOf(day) !== undefined, nameOf, until, announcedUntil: announced.until };
}

function within(from: Day, until: Day, look: (day: Day) => string | undefined): BankHolidays {
  const nameOf = (day: Day) => {
    partsOf(day);
    if (day < from || day > until)
      throw new RangeError(
        `The bank holidays are known from ${formatDate(from)} to ${formatDate(until)}, not for ${formatDate(day)}.`,
      );
    return look(day);
  };
  return { isHoliday: (day) => nameOf(day) !== undefined, nameOf, until };
}

const calendar = new Holidays("GB", "ENG");
const years = new Map<string, Map<Day, string>>();

function yearByRule(day: Day): Map<Day, string> {
  const year = day.slice(0, 4);
  const known = years.get(year);
  if (known) return known;
  const names = new Map<Day, string>();
  for (const { date, name, type } of calendar.getHolidays(year))
    if (type === "public" && !isWeekend(date.slice(0, 10))) names.set(date.slice(0, 10), name);
  years.set(year, names);
  return names;
}
