import { formatDate } from "@/lib/format";
import { dayOf } from "@/lib/london";

/** What a survey is, by what happened to it last. One that was published waits for the day on which it opens. */
export type SurveyState = "draft" | "waiting" | "open" | "closed";

/** The state that these events, in the order in which they happened, left a survey in. */
export function surveyState(events: readonly { what: string }[]): SurveyState {
  const last = events.findLast(({ what }) => what === "opened" || what === "closed");
  if (last) return last.what === "opened" ? "open" : "closed";
  return events.some(({ what }) => what === "published") ? "waiting" : "draft";
}

/** Does a survey take answers at this moment: it was opened, and neither closed nor past its last day? */
export const takesAnswers = ({ state, closesAt }: { state: SurveyState; closesAt: Date | null }, now: Date): boolean =>
  state === "open" && (closesAt === null || closesAt > now);

/** The last day on which a survey takes answers. */
export const lastDayOf = (closesAt: Date): string => dayOf(new Date(closesAt.getTime() - 1));

/** "Answer by 11 December 2026", or that no day is set. */
export const closingInWords = (closesAt: Date | null): string =>
  closesAt === null ? "No closing date has been set" : `Answer by ${formatDate(lastDayOf(closesAt))}`;
