/** The kinds of place that people register for and that report. */
export type LocationType =
  "care_home" | "home_care" | "nhs_acute" | "community" | "substance_misuse" | "hospice" | "gp";
