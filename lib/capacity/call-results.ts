/** What can come of a call about a free place, in the words of the form. */
export const callResults = {
  placed: "They will take the person",
  taken: "The bed has already been taken",
  not_suitable: "It is not suitable for the person",
  no_answer: "No one answered",
  wrong_number: "The number is wrong",
} as const;
export type CallResult = keyof typeof callResults;

/** Why a place was not suitable: a choice and no free text, so that no one's details are written down. */
export const notSuitable = {
  needs: "They cannot meet the person’s needs",
  nursing: "The person needs nursing that they do not provide",
  room: "The room does not suit",
  funding: "They do not accept the funding",
  price: "It costs too much",
  assessment: "They want to assess first, and there is no time",
  hours: "They do not admit at this time of day",
  other: "Another reason",
} as const;
export type NotSuitable = keyof typeof notSuitable;
