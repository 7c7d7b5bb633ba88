/** The kinds of provider that file returns, as a location is registered. */
export const providerTypes = ["care_home", "home_care", "hospice", "substance_misuse", "community"] as const;
export type ProviderType = (typeof providerTypes)[number];

/**
 * What a location is asked for. `often` is "monthly" where the law wants a return in every reporting window, "any day"
 * where it is given when there is something to say. A collection that starts switched off waits for support.
 */
interface CollectionFacts {
  readonly label: string;
  readonly plural: string;
  readonly often: "monthly" | "any day";
  readonly mandated: boolean;
  readonly providerTypes: readonly ProviderType[];
  readonly startsOff?: true;
}

export const collections = {
  care_home: {
    label: "Care home return",
    plural: "Care home returns",
    often: "monthly",
    mandated: true,
    providerTypes: ["care_home"],
  },
  home_care: {
    label: "Home care return",
    plural: "Home care returns",
    often: "monthly",
    mandated: true,
    providerTypes: ["home_care"],
  },
  business_continuity: {
    label: "Business continuity update",
    plural: "Business continuity updates",
    often: "any day",
    mandated: false,
    providerTypes: ["care_home", "home_care"],
  },
  home_care_daily: {
    label: "Home care daily update",
    plural: "Home care daily updates",
    often: "any day",
    mandated: false,
    providerTypes: ["home_care"],
    startsOff: true,
  },
  hospice: {
    label: "Hospice update",
    plural: "Hospice updates",
    often: "any day",
    mandated: false,
    providerTypes: ["hospice"],
  },
  substance_misuse: {
    label: "Substance misuse update",
    plural: "Substance misuse updates",
    often: "any day",
    mandated: false,
    providerTypes: ["substance_misuse"],
  },
  community: {
    label: "Community care update",
    plural: "Community care updates",
    often: "any day",
    mandated: false,
    providerTypes: ["community"],
  },
} as const satisfies Record<string, CollectionFacts>;

export type Collection = keyof typeof collections;
export const collectionKeys = Object.keys(collections) as Collection[];

export const isCollection = (text: string): text is Collection => Object.hasOwn(collections, text);

/** What support changed: a collection switched on for provider types it does not start with, or off for some. */
export type Switched = Readonly<Partial<Record<Collection, readonly ProviderType[]>>>;

/**
 * The collections that a location's registered services call for. One registered for residential and home care has
 * both, and owes both. `switched` names, for a collection that support has changed, all provider types it is now for.
 */
export function collectionsFor(registeredAs: readonly ProviderType[], switched: Switched = {}): Collection[] {
  return collectionKeys.filter((key) => {
    const facts: CollectionFacts = collections[key];
    const callers = switched[key] ?? (facts.startsOff ? [] : facts.providerTypes);
    return registeredAs.some((type) => callers.includes(type));
  });
}
