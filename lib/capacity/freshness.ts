import { formatCount, formatAgo, plural } from "@/lib/format";
import type { Stater } from "./place";
import type { PlacePage } from "./place-page";
import { countsHours, type Service, serviceWords } from "./services";

const day = 86_400_000;

/** What a statement is worth, as a search shows it. */
export interface Freshness {
  /** "fresh" and "usual" may be relied on; "old" outlived what is usual; "doubted" was found taken. */
  state: "fresh" | "usual" | "old" | "doubted" | "never";
  words: string;
}

interface Stated {
  saidAt: Date | null;
  saidBy: Stater | null;
  shelfDays: number;
  ownShelf: boolean;
  doubts: number;
}

const staters = {
  staff: "by its staff",
  approver: "by one of its approvers",
  "shared account": "by its shared account",
} as const;

/** Says when and by whom figures were confirmed, and what that is worth: how long figures last there, and doubts. */
export function freshnessOf(stated: Stated, service: Service, now: Date): Freshness {
  const { saidAt, doubts, shelfDays } = stated;
  if (saidAt === null) return { state: "never", words: "Has never confirmed what is free" };
  const ago = formatAgo(saidAt, now);
  const by = stated.saidBy === null ? "" : ` ${staters[stated.saidBy]}`;
  if (doubts > 0)
    return {
      state: "doubted",
      words: `Found taken by ${formatCount("organisation", doubts)} since it was confirmed ${ago}${by}: ring first`,
    };
  const age = (now.getTime() - saidAt.getTime()) / day;
  if (age <= shelfDays / 2) return { state: "fresh", words: `Confirmed ${ago}${by}` };
  const vacancies = countsHours(service) ? "free hours" : "vacancies";
  const usual = `${vacancies} ${stated.ownShelf ? "here" : `of ${serviceWords[service].many}`} usually change within ${daysInWords(shelfDays)}`;
  if (age <= shelfDays) return { state: "usual", words: `Confirmed ${ago}${by}: ${usual}` };
  return { state: "old", words: `${oldInWords(age)} old${by && `, confirmed${by}`}: ${usual}, ring first` };
}

/** The same of one place: of its hours where it gives care at home alone, else of its beds. */
export function freshnessOfPlace(place: PlacePage, now: Date): Freshness {
  const [service = "care_home"] = place.services;
  return countsHours(service) ? freshnessOfHours(place, now) : freshnessOf(place, service, now);
}

/** The same of the hours of home care that one place has free: no one can find these taken. */
export const freshnessOfHours = (place: PlacePage, now: Date): Freshness =>
  freshnessOf({ ...place, saidAt: place.hoursAt, saidBy: place.hoursBy, doubts: 0 }, "home_care", now);

const oldInWords = (age: number) => formatCount("day", Math.max(1, Math.floor(age)));

/** "a day", "4 days". */
function daysInWords(days: number): string {
  const whole = Math.max(1, Math.round(days));
  return whole === 1 ? "a day" : `${whole} ${plural("day", whole)}`;
}

/** "0.4 miles", "12 miles"; null is said too. */
export function milesInWords(miles: number | null): string {
  if (miles === null) return "Distance not known";
  if (miles < 10) {
    const tenths = Math.max(0.1, Math.round(miles * 10) / 10);
    return `${tenths} ${plural("mile", tenths)}`;
  }
  return formatCount("mile", Math.round(miles));
}
