/** What step 2 of registering asks: locations, one area, NHS regions, how to reach an organisation, or why. */
export type OrganisationQuestion = "locations" | "area" | "regions" | "contact" | "reason";

interface LocationFacts {
  /** As a choice: "Care home". */
  readonly label: string;
  readonly one: string;
  readonly many: string;
  /** What a question about its beds calls it: "home"; null where its return has no beds. */
  readonly called: string | null;
  /** The letters that begin the keys of its own bed types. */
  readonly beds: string;
  /** CQC's services that make a location of this kind; `typesOfLocation` knows what else some of them need. */
  readonly services: readonly string[];
}

/** What the service knows of a kind of account. Every entry says all of it. */
export interface KindFacts {
  /** What accounts of this kind are called on screens. */
  readonly label: string;
  /** What registering asks of them; null where only support gives this kind. */
  readonly asks: OrganisationQuestion | null;
  /** Who should choose it, if its name alone may not make that clear. */
  readonly hint: string | null;
  /** Of the locations that are registered as this kind; null where none are. */
  readonly location: LocationFacts | null;
  /** The collections that its locations are asked for, and that its people file. */
  readonly files: readonly string[];
  /** What support and approvers can give such an account access to. */
  readonly given: "locations" | "areas" | "nothing" | "everything";
  /** Sees rows and figures of an area or a group of locations, and files nothing. */
  readonly oversees: boolean;
  /** Looks for free places by the nature of its work. */
  readonly finds: boolean;
  /** Is asked when registering whether they also need to search for care home vacancies. */
  readonly askedAboutFinding: boolean;
  /** Must use a second factor where the service asks it of privileged people. */
  readonly privileged: boolean;
  /** May tick "keep me signed in". */
  readonly staysSignedIn: boolean;
  /** Several people at a desk can share such an account. */
  readonly shared: boolean;
}

/** The defaults: no kind is or does any of these unless its entry says so. */
export const anyone = {
  hint: null,
  location: null,
  files: [],
  oversees: false,
  finds: false,
  askedAboutFinding: false,
  privileged: false,
  staysSignedIn: true,
  shared: false,
} as const;
/** Chooses locations when registering, and is given access to them. */
export const ofLocations = { ...anyone, asks: "locations", given: "locations", shared: true } as const;
/** Oversees areas or providers. */
export const overseer = { ...anyone, given: "areas", oversees: true, privileged: true } as const;
