import { addMonths, type Month } from "@/lib/london";
import { type Beds, type BedType } from "@/lib/questions/beds";
import type { Collection } from "@/lib/questions/collections";
import type { Context, Figures } from "@/lib/questions/figures";
import type { Answers } from "@/lib/questions/question";
import { daysUnchanged } from "@/lib/questions/rules/unchanged";
import { seasonNames, seasonsOn } from "@/lib/questions/seasons";
import { countsBeds, setOf } from "@/lib/questions/sets";
import { figuresAccepted } from "./accepted-figures";
import type { FilingFacts } from "./filing-facts";

/** The bed types that a collection asks about: those of the service it is for. */
export const bedTypesOf = ({ calendar }: FilingFacts, collection: Collection, month: Month): readonly BedType[] =>
  countsBeds(collection) ? calendar.bedTypesFor([collection], month) : [];

/** The beds of these types alone. */
export const bedsOfTypes = ({ open, types }: Beds, asked: readonly BedType[]): Beds => ({
  open,
  types: Object.fromEntries(Object.entries(types).filter(([key]) => asked.some((type) => type.key === key))),
});

/**
 * What the location said last: the answers of its newest return with figures, and its newest beds. A new return starts
 * from it, and "nothing has changed" files it. Null before the first return.
 */
export function figuresNow(facts: FilingFacts, collection: Collection, month: Month): Figures | null {
  const last = facts.past[0];
  if (!last) return null;
  const bedTypes = bedTypesOf(facts, collection, month);
  const beds = facts.newestBeds?.beds ?? last.beds;
  return {
    answers: currentAnswers(facts, collection, month),
    beds: bedTypes.length > 0 && beds ? bedsOfTypes(beds, bedTypes) : null,
  };
}

/**
 * The last answers, without those to a season that has ended since: last winter's vaccinations are not this winter's.
 */
export function currentAnswers({ past, calendar }: FilingFacts, collection: Collection, month: Month): Answers {
  const last = past[0];
  if (!last) return {};
  const on = new Set<string>(Object.keys(seasonNames));
  for (let each = last.month; each <= month && on.size > 0; each = addMonths(each, 1)) {
    const then = seasonsOn(each, calendar.seasonsIn(each));
    for (const key of on) if (!then.some((season) => season === key)) on.delete(key);
  }
  const over = setOf(collection).questions.filter(({ season }) => season !== undefined && !on.has(season));
  if (over.every(({ key }) => (last.answers[key] ?? null) === null)) return last.answers;
  return { ...last.answers, ...Object.fromEntries(over.map(({ key }) => [key, null])) };
}

/** Identifies the figures that someone saw, so that no one files other figures without seeing them. */
export const figuresSeen = ({ past, newestBeds }: FilingFacts): string => `${past[0]?.id ?? 0}.${newestBeds?.id ?? 0}`;

/** What is known about the location, for the rules that compare. */
export function contextOf(facts: FilingFacts, collection: Collection, month: Month, now: Date): Context {
  const { past, location, newestBeds } = facts;
  const bedTypes = bedTypesOf(facts, collection, month);
  const beds = newestBeds && bedTypes.length > 0 ? bedsOfTypes(newestBeds.beds, bedTypes) : null;
  const days = daysUnchanged(
    setOf(collection),
    past.map(({ submittedAt, answers }) => ({ at: submittedAt, answers })),
    now,
  );
  return {
    previous: figuresNow(facts, collection, month) ?? (beds && { answers: {}, beds }),
    history: past.map(({ answers, beds }) => ({ answers, beds })),
    cqcBeds: location.cqcBeds > 0 ? location.cqcBeds : null,
    ...(days !== undefined && { unchangedSinceDays: days }),
    ...(facts.acceptedFigures.length > 0 && { acceptedFigures: figuresAccepted(facts.acceptedFigures, month) }),
  };
}
