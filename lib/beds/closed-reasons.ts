/** Why beds are closed for now, in the words of the form and of Find. */
export const closedReasons = {
  staff: "Not enough staff",
  outbreak: "An outbreak",
  building_work: "Building work",
  cqc: "Agreed with or asked by CQC",
  full: "Full for now",
  other: "Another reason",
} as const;
export type ClosedReason = keyof typeof closedReasons;
