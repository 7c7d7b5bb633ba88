import { calledInQuestions, type FiledCollection, type FilingKind, kindsFiling } from "@/lib/access/kinds";

/**
 * What a location is asked for. `often` is "monthly" where the law wants a return in every reporting window, "any day"
 * where it is given when there is something to say. A collection that starts switched off waits for support.
 */
interface CollectionFacts {
  readonly label: string;
  readonly plural: string;
  readonly often: "monthly" | "any day";
  readonly startsOff?: true;
}

export const collections = {
  care_home: {
    label: "Care home return",
    plural: "Care home returns",
    often: "monthly",
  },
  home_care: {
    label: "Home care return",
    plural: "Home care returns",
    often: "monthly",
  },
  business_continuity: {
    label: "Business continuity update",
    plural: "Business continuity updates",
    often: "any day",
  },
  home_care_daily: {
    label: "Home care daily update",
    plural: "Home care daily updates",
    often: "any day",
    startsOff: true,
  },
  hospice: {
    label: "Hospice update",
    plural: "Hospice updates",
    often: "any day",
  },
  substance_misuse: {
    label: "Substance misuse update",
    plural: "Substance misuse updates",
    often: "any day",
  },
  community: {
    label: "Community care update",
    plural: "Community care updates",
    often: "any day",
  },
} as const satisfies Record<FiledCollection, CollectionFacts>;

export type Collection = keyof typeof collections;
export const collectionKeys = Object.keys(collections) as Collection[];

/** The collections that the law wants of a location in every window. */
export type MandatedCollection = {
  [C in Collection]: (typeof collections)[C]["often"] extends "monthly" ? C : never;
}[Collection];
export const isMandated = (collection: Collection): collection is MandatedCollection =>
  collections[collection].often === "monthly";
export const mandatedCollections = collectionKeys.filter(isMandated);

export const isCollection = (text: string): text is Collection => Object.hasOwn(collections, text);

/** What support changed: a collection switched on for kinds of location it does not start with, or off for some. */
export type Switched = Readonly<Partial<Record<Collection, readonly FilingKind[]>>>;

/** The kinds of location that a collection is asked of: as support switched it, or else as it starts. */
export function kindsAsked(collection: Collection, switched: Switched = {}): readonly FilingKind[] {
  const facts: CollectionFacts = collections[collection];
  return switched[collection] ?? (facts.startsOff ? [] : kindsFiling(collection));
}

/**
 * The collections that a location's registered services call for. One registered for residential and home care has
 * both, and owes both. `switched` names, for a collection that support has changed, all kinds of location it is now for.
 */
export const collectionsFor = (registeredAs: readonly FilingKind[], switched: Switched = {}): Collection[] =>
  collectionKeys.filter((key) => {
    const callers = kindsAsked(key, switched);
    return registeredAs.some((kind) => callers.includes(kind));
  });

/** What a question calls a place where beds are: "home", "hospice"; "service" where it is several kinds at once. */
export function placeInWords(kinds: readonly FilingKind[]): string {
  const words = new Set(kinds.flatMap((kind) => calledInQuestions(kind) ?? []));
  const [word = "service"] = words;
  return words.size === 1 ? word : "service";
}
