/** What can come of a call about a free place, in the words of the form. */
export const callResults = {
  placed: "They are taking the person",
  taken: "The bed is taken already",
  not_suitable: "It is not suitable for the person",
  no_answer: "Nobody answered",
  wrong_number: "The number is wrong",
} as const;
export type CallResult = keyof typeof callResults;

/** Why a place was not suitable: a choice and no free text, so that nobody's details are written down. */
export const notSuitable = {
  needs: "They cannot meet the person’s needs",
  nursing: "The person needs nursing that they do not give",
  room: "The room does not suit",
  funding: "They do not take the funding",
  price: "It costs too much",
  assessment: "They want to assess first, and there is no time",
  hours: "They do not admit at this hour",
  other: "Another reason",
} as const;
export type NotSuitable = keyof typeof notSuitable;
