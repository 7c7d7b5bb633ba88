const known = new Set(
  [
    ...["Outstanding", "Good", "Requires improvement", "Inadequate"],
    ...["Not rated", "No published rating", "Inspected but not rated", "Insufficient evidence to rate"],
  ].map((rating) => rating.toLowerCase()),
);

/** Whether this is one of CQC's words for a rating. Any other word is kept unchanged, and reported. */
export const isKnownRating = (rating: string): boolean => known.has(rating.toLowerCase());
