const known = new Set(
  [
    ...["Outstanding", "Good", "Requires improvement", "Inadequate"],
    ...["Not rated", "No published rating", "Inspected but not rated", "Insufficient evidence to rate"],
  ].map((rating) => rating.toLowerCase()),
);

/** Whether this is a word that CQC rates with. Another is kept as it came, and told. */
export const isKnownRating = (rating: string): boolean => known.has(rating.toLowerCase());
