/** Why a location is on a worklist, the most pressing first, and what that is called. */
export const worklistReasons = {
  notice: "Notice threshold reached",
  risk: "At risk",
  waiting: "Not filed",
  not_active: "Says it is not active",
  no_user: "No users",
  one_user: "One user only",
  doubted: "Vacancy in doubt",
  stale: "Vacancy not confirmed lately",
} as const;

export type WorklistReason = keyof typeof worklistReasons;

export const isWorklistReason = (text: string): text is WorklistReason => Object.hasOwn(worklistReasons, text);

/** What may be recorded of a call to a location about its returns. A reminder is recorded by sending it. */
export const contactResults = {
  will_file: "They will file",
  spoke: "Spoke to someone",
  message_left: "Left a message",
  no_answer: "No answer",
  wrong_number: "Wrong number",
  not_active: "They say the service is not active",
} as const;

export type RecordedResult = keyof typeof contactResults;

export const isRecordedResult = (text: string): text is RecordedResult => Object.hasOwn(contactResults, text);

/** The same, with what sending a reminder records. */
export const contactWords: Readonly<Record<RecordedResult | "reminded", string>> = {
  ...contactResults,
  reminded: "Sent a reminder",
};
