import { businessContinuity } from "./business-continuity";
import { careHome } from "./care-home";
import type { Collection } from "@/lib/questions/collections";
import { community } from "./community";
import { homeCare } from "./home-care";
import { homeCareDaily } from "./home-care-daily";
import { hospice } from "./hospice";
import type { AnswersTo, QuestionSet } from "@/lib/questions/question";
import { substanceMisuse } from "./substance-misuse";

/** The question set of each collection. */
export const questionSets = {
  care_home: careHome,
  home_care: homeCare,
  business_continuity: businessContinuity,
  home_care_daily: homeCareDaily,
  hospice,
  substance_misuse: substanceMisuse,
  community,
} as const satisfies Record<Collection, QuestionSet>;

/** The answers of each collection: `AnswersOf["care_home"]` is `CareHomeAnswers`. */
export type AnswersOf = { [C in Collection]: AnswersTo<(typeof questionSets)[C]> };

/** A collection by its key, or a question set that is not among the registered ones, such as one under test. */
export type WhichSet = Collection | QuestionSet;

export const setOf = (which: WhichSet): QuestionSet => (typeof which === "string" ? questionSets[which] : which);

export const countsBeds = (which: WhichSet): boolean => setOf(which).beds !== undefined;
