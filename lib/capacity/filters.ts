/** What a location may be said to offer: each is a column of its suitability. */
export const needs = {
  ground_floor: "A room on the ground floor",
  wheelchair: "Wheelchair access throughout",
  bariatric: "Bariatric care",
  hoist: "A hoist",
  isolation: "A room to isolate in",
  trusted_assessor: "A trusted assessor",
  weekend_admissions: "Admissions at weekends",
  double_handed: "Calls by two carers",
  live_in: "Live-in care",
  night: "Night calls",
} as const;
export type Need = keyof typeof needs;

const inHomes: readonly Need[] = [
  "ground_floor",
  "wheelchair",
  "bariatric",
  "hoist",
  "isolation",
  "trusted_assessor",
  "weekend_admissions",
];
const atHome: readonly Need[] = ["double_handed", "live_in", "night", "bariatric", "hoist", "weekend_admissions"];

/** The needs that can be asked for where care is given at home, and where it is given in beds. */
export const needsOf = (hours: boolean): readonly Need[] => (hours ? atHome : inHomes);

export const funding = { nhs: "NHS", council: "Council", self: "Self-funded" } as const;
export type Funding = keyof typeof funding;

/** CQC's overall ratings from the best down, with the words of a filter. */
export const ratings = {
  outstanding: { words: "Outstanding", atLeast: "Outstanding only" },
  good: { words: "Good", atLeast: "Good or better" },
  requires_improvement: { words: "Requires improvement", atLeast: "Requires improvement or better" },
} as const;
export type LeastRating = keyof typeof ratings;

/** The ratings that are this one or better, as CQC words them. */
export function ratingsFrom(least: LeastRating): string[] {
  const all = Object.keys(ratings) as LeastRating[];
  return all.slice(0, all.indexOf(least) + 1).map((key) => ratings[key].words);
}

/** For whom a room is kept, where that matters. */
export const rooms = { women: "A room for a woman", men: "A room for a man" } as const;
export type Room = keyof typeof rooms;

/** The people that a service says it is for: CQC's user bands and specialisms, in the groups that people ask for. */
export const peopleCaredFor = {
  older: { label: "Older people", bands: ["Older People", "Caring for adults over 65 yrs"] },
  younger: { label: "Adults under 65", bands: ["Younger Adults", "Caring for adults under 65 yrs"] },
  dementia: { label: "Dementia", bands: ["Dementia"] },
  learning: {
    label: "Learning disability or autism",
    bands: ["Learning disabilities or autistic spectrum disorder", "Learning disabilities"],
  },
  mental: { label: "Mental health", bands: ["Mental Health", "Mental health conditions"] },
  physical: { label: "Physical disability", bands: ["Physical Disability", "Physical disabilities"] },
  sensory: { label: "Sensory impairment", bands: ["Sensory Impairment", "Sensory impairments", "Sensory impairment"] },
  substances: {
    label: "Drugs or alcohol",
    bands: ["People who misuse drugs and alcohol", "Substance misuse problems"],
  },
  children: { label: "Children", bands: ["Children 0-18 years", "Caring for children"] },
} as const;
export type WhoFor = keyof typeof peopleCaredFor;

export const distances = [1, 3, 5, 10, 15, 20, 30, 50] as const;
export const usualDistance = 10;
export const confirmedWithin = { 1: "Today or yesterday", 3: "3 days", 7: "7 days", 30: "30 days" } as const;
export type ConfirmedWithin = keyof typeof confirmedWithin;
export const leastBeds = [1, 2, 3, 5] as const;
export const leastHours = [1, 10, 20, 40] as const;

/** Prices are counted in steps of so many pounds a week, and asked for up to the most. */
export const priceStep = 50;
export const mostPrice = 99_950;
