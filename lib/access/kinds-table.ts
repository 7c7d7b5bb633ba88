/** What step 2 of registering asks: locations, one area, NHS regions, how to reach an organisation, or why. */
export type OrganisationQuestion = "locations" | "area" | "regions" | "contact" | "reason";

/** What the service knows of a kind of account. Every entry says all of it. */
export interface KindFacts {
  /** What accounts of this kind are called on screens. */
  readonly label: string;
  /** What registering asks of them; null where only support gives this kind. */
  readonly asks: OrganisationQuestion | null;
  /** Who should choose it, where its name alone may not tell. */
  readonly hint: string | null;
  /** Where locations are registered as this kind: what they are called, and how the keys of their own bed types begin. */
  readonly location: {
    readonly label: string;
    readonly one: string;
    readonly many: string;
    readonly beds: string;
  } | null;
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

const anyone = {
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
const ofLocations = { ...anyone, asks: "locations", given: "locations", shared: true } as const;
const overseer = { ...anyone, given: "areas", oversees: true, privileged: true } as const;

/**
 * Every kind of account, in the order in which they are offered. Each list, type, label and condition of kinds in the
 * service derives from this table; a new kind is an entry here, its name in the enums of `prisma/schema` and a migration.
 */
export const kinds = {
  care_home: {
    ...ofLocations,
    label: "Care Home",
    hint: "With or without nursing",
    location: { label: "Care home", one: "care home", many: "care homes", beds: "CH" },
    files: ["care_home", "business_continuity"],
  },
  home_care: {
    ...ofLocations,
    label: "Home Care",
    hint: "Care in people’s own homes: domiciliary care",
    location: { label: "Home care", one: "home care service", many: "home care services", beds: "HC" },
    files: ["home_care", "business_continuity", "home_care_daily"],
  },
  hospice: {
    ...ofLocations,
    label: "Hospice",
    location: { label: "Hospice", one: "hospice", many: "hospices", beds: "HOS" },
    files: ["hospice"],
    askedAboutFinding: true,
  },
  substance_misuse: {
    ...ofLocations,
    label: "Substance Misuse",
    location: {
      label: "Substance misuse",
      one: "substance misuse service",
      many: "substance misuse services",
      beds: "SM",
    },
    files: ["substance_misuse"],
    askedAboutFinding: true,
  },
  community: {
    ...ofLocations,
    label: "Community",
    hint: "Community beds and intermediate care",
    location: { label: "Community", one: "community service", many: "community services", beds: "COM" },
    files: ["community"],
    askedAboutFinding: true,
  },
  nhs_acute: {
    ...ofLocations,
    label: "NHS Acute",
    hint: "Hospitals, such as discharge teams",
    location: { label: "NHS acute", one: "hospital", many: "hospitals", beds: "NHS" },
    finds: true,
  },
  gp: {
    ...ofLocations,
    label: "GP",
    hint: "General practices",
    location: { label: "GP", one: "general practice", many: "general practices", beds: "GP" },
    finds: true,
    askedAboutFinding: true,
  },
  sub_icb: {
    ...overseer,
    label: "Sub ICB",
    asks: "area",
    hint: "A place within an integrated care board (formerly a CCG)",
  },
  local_authority: {
    ...overseer,
    label: "Local Authority",
    asks: "area",
    hint: "Councils that run adult social services",
  },
  lrf: {
    ...overseer,
    label: "Local Authority (Regional / LRF)",
    asks: "area",
    hint: "Several councils together, or a local resilience forum",
  },
  nhs_region: {
    ...overseer,
    label: "NHSE/I/D/X & CSU",
    asks: "regions",
    hint: "NHS England, commissioning support, and national bodies such as DHSC and UKHSA",
  },
  search_only: {
    ...anyone,
    label: "Search Only",
    asks: "reason",
    hint: "You search for vacancies and do not report any",
    given: "nothing",
    finds: true,
    shared: true,
  },
  aggregate_only: {
    ...anyone,
    label: "Aggregate Only",
    asks: "contact",
    hint: "You need totals, such as a care association",
    given: "areas",
  },
  other: {
    ...anyone,
    label: "Other",
    asks: "reason",
    hint: "Tell us who you are and why you need access",
    given: "locations",
  },
  parent: { ...overseer, label: "Parent organisation", asks: null, privileged: false },
  national: { ...overseer, label: "National", asks: null, staysSignedIn: false },
  support: {
    ...anyone,
    label: "Support team",
    asks: null,
    given: "everything",
    finds: true,
    privileged: true,
    staysSignedIn: false,
  },
} as const satisfies Record<string, KindFacts>;
