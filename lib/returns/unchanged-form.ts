import type { Month } from "@/lib/london";
import type { Problem } from "@/lib/outcome";
import { checkReturn } from "@/lib/questions/check";
import type { Collection } from "@/lib/questions/collections";
import type { Question } from "@/lib/questions/question";
import { againstLastFigures } from "./check-nil";
import {
  acceptedAlready,
  olderThanAMonth,
  onTheForm,
  putRightInPlace,
  unansweredIn,
  whyNotUnchanged,
} from "./check-unchanged";
import type { ReturnOnRecord } from "./filed-returns";
import { bedTypesOf, contextOf, figuresSeen } from "./figures-now";
import type { FilingFacts } from "./filing-facts";
import { replacing } from "./replaces";

/** "Nothing has changed" as its form opens. */
export interface UnchangedForm {
  /** Why it cannot be said; nothing: it can. */
  why: Problem[];
  /** To be answered with it, because the last return does not. */
  unanswered: Question[];
  /** Of which the last figure is of another month now. */
  inPlace: Question[];
  /** The figures it files, to post back. */
  looked: string;
  /** What it would ask about. */
  asks: Problem[];
}

/** What would be asked or refused if the last figures were sent again, so that the page can say so first. */
export function unchangedFrom(
  facts: FilingFacts,
  collection: Collection,
  month: Month,
  typed: Readonly<Record<string, string>>,
  now: Date,
): UnchangedForm {
  const looked = figuresSeen(facts);
  const why = whyNotUnchanged(facts);
  if (why.length > 0) return { why, unanswered: [], inPlace: [], looked, asks: [] };
  const unanswered = unansweredIn(facts, collection, month);
  const inPlace = putRightInPlace(facts, collection, month);
  const bedTypes = bedTypesOf(facts, collection, month);
  const seasons = facts.calendar.seasonsIn(month);
  const context = { ...contextOf(facts, collection, month, now), accepted: acceptedAlready(facts) };
  const { problems } = checkReturn({ collection, month, seasons, bedTypes, typed, context });
  const among = (fields: readonly Question[], field: string) => fields.some(({ key }) => key === field);
  const left = problems.filter(({ field }) => !among(unanswered, field));
  return {
    why: left.filter(({ warning, field }) => !warning && !among(inPlace, field)),
    unanswered,
    inPlace,
    looked,
    asks: [
      ...olderThanAMonth(facts, collection, month, now),
      ...left.filter(({ warning }) => warning).map((problem) => onTheForm(problem, inPlace)),
    ],
  };
}

/** What a nil return would ask, so that its page can say so first. */
export const nilAsks = (facts: FilingFacts, collection: Collection, month: Month, current: ReturnOnRecord | null) => [
  ...replacing(
    { locationId: facts.location.id, collection, typed: {}, idempotencyKey: "", source: "nil", nil: { reason: "" } },
    current,
  ),
  ...againstLastFigures(facts, collection, month),
];
