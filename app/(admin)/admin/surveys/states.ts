import { formatDate, formatDateTime } from "@/lib/format";
import type { BuiltSurvey } from "@/lib/surveys/support/queries";

/** What each state of a survey is called. */
export const surveyStateTags = {
  draft: { label: "Draft", colour: "grey" },
  waiting: { label: "Published, not open yet", colour: "yellow" },
  open: { label: "Open", colour: "green" },
  closed: { label: "Closed", colour: "red" },
} as const;

/** A survey's state in words: "Open, with a draft of version 2". */
export const stateInWords = ({ state, draft, live }: BuiltSurvey): string =>
  `${surveyStateTags[state].label}${draft && live ? `, with a draft of version ${draft.number}` : ""}`;

const happenings = { published: "Published", opened: "Opened", closed: "Closed", reminded: "Reminder asked for" };

/** What happened to a survey and who did it: "Opened on the planned day". */
export const happenedInWords = (event: BuiltSurvey["events"][number]): string => {
  const what = event.what === "published" ? `Published version ${event.version ?? 1}` : happenings[event.what];
  const mailed = event.what === "reminded" && event.mailedAt ? `, and emailed ${formatDateTime(event.mailedAt)}` : "";
  return `${what} ${event.by ? `by ${event.by.fullName}` : "on the planned day"}${mailed}`;
};

/** The first day of a survey in words. */
export const opensInWords = ({ opensAt }: { opensAt: Date | null }): string =>
  opensAt ? formatDate(opensAt) : "As soon as it is published";
