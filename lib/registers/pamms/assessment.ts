/** What councils may find in PAMMS, from the best down: the scale of the assessments that they publish. */
export const pammsRatings = ["Excellent", "Good", "Requires improvement", "Poor"] as const;
export type PammsRating = (typeof pammsRatings)[number];

const longestAddress = 500;

/** Whether this is an address that a PAMMS report can be read at: a full one that begins https://. */
export const isReportAddress = (text: string): boolean =>
  /^https:\/\/\S+$/i.test(text) && URL.canParse(text) && text.length <= longestAddress;
