import type { Month } from "@/lib/london";
import type { Problem } from "@/lib/outcome";
import type { Accepted } from "@/lib/questions/accepted";
import type { Beds } from "@/lib/questions/beds";
import type { AcceptedWarning } from "@/lib/questions/check";
import type { NilReason } from "@/lib/questions/nil-reasons";
import type { Answers } from "@/lib/questions/question";
import type { ReturnOnRecord } from "./filed-returns";

/** A return that may be filed: for which month, whether too late to count, what it says, and which return it replaces. */
export interface Filable {
  month: Month;
  late: boolean;
  nil: { reason: NilReason; note: string | null } | null;
  answers: Answers | null;
  beds: Beds | null;
  accepted: readonly AcceptedWarning[];
  replaces: ReturnOnRecord | null;
}

/** Which month a return would belong to, and what it would replace there. */
export interface ReturnMonth {
  month: Month;
  late: boolean;
  replaces: ReturnOnRecord | null;
  /** What happened while the form was open, and what would be replaced: to be seen before it is sent. */
  happened: readonly Problem[];
}

/** Those of the questions about the act of filing that have not been ticked yet. */
export const notTicked = (asked: readonly Problem[], ticks: Accepted): Problem[] =>
  asked.filter(({ code = "" }) => !ticks.has(code));

/** The same as kept with the return once all of them were ticked. */
export const asAccepted = (asked: readonly Problem[]): AcceptedWarning[] =>
  asked.map(({ code = "", message }) => ({ code, message, reason: "" }));
