/**
 * The figures behind the made-up England. Counts are from CQC's register of July 2026, beds and ratings from its care
 * homes at the end of 2023, regions from a sample of 2025. How well deadlines are kept is our own guess.
 */
export const figures = {
  registered: 56_870,
  socialCare: 30_497,
  careHomes: 14_877 / 30_497,
  careHomeAndHomeCare: 0.007,
  /** Of home care. */
  supportedLiving: 4_930 / 15_620,
  extraCare: 736 / 15_620,
  sharedLives: 162 / 15_620,
  dormant: 1_005 / 30_497,
  /** Half of the lines with a dual registration, because they come in pairs. */
  dualPairs: 852 / 2 / 30_497,
  closed: 0.03,
  new: 0.05,
  nursing: 0.276,
  unratedHomes: 0.0311,
  unratedHomeCare: 0.45,
  /** No one there has an account yet. */
  nobody: 0.012,
} as const;

const quantiles = (...beds: readonly number[]) =>
  [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1].map((share, index) => [share, beds[index] ?? 0] as const);

export const bedsByNursing = {
  nursing: quantiles(8, 13, 22, 34, 49, 66, 83, 97, 127, 180),
  residential: quantiles(2, 3, 4, 7, 17, 33, 50, 64, 85, 120),
} as const;

export const regions = [
  [0.185, "South East"],
  [0.158, "London"],
  [0.129, "East of England"],
  [0.121, "North West"],
  [0.108, "West Midlands"],
  [0.099, "East Midlands"],
  [0.088, "South West"],
  [0.08, "Yorkshire and The Humber"],
  [0.031, "North East"],
] as const;

export const ownerships = [
  [0.8542, "Organisation"],
  [0.1185, "Third sector"],
  [0.0273, "Local Authority"],
] as const;

/** The fewest and the most locations that a provider runs. */
export const groupSizes = [
  [0.8, [1, 1]],
  [0.12, [2, 3]],
  [0.065, [4, 8]],
  [0.015, [9, 40]],
] as const;

/** How often locations miss a deadline. */
export const missing = [
  [0.5, 0.015],
  [0.35, 0.06],
  [0.12, 0.25],
  [0.03, 0.8],
] as const;

/** Other locations that a search finds. */
export const otherPlaces = [
  [0.7, "gp"],
  [0.18, "community"],
  [0.12, "nhs_acute"],
] as const;
