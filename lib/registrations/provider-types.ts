import type { AccountKind, AreaKind } from "@/lib/access/user";

/** The fourteen provider types that anyone may register as, in the order they are offered. */
export const providerTypes = [
  "care_home",
  "home_care",
  "nhs_acute",
  "community",
  "substance_misuse",
  "hospice",
  "gp",
  "sub_icb",
  "local_authority",
  "lrf",
  "nhs_region",
  "search_only",
  "aggregate_only",
  "other",
] as const satisfies readonly AccountKind[];

export type ProviderType = (typeof providerTypes)[number];

/** What the organisation step asks: locations, one area, NHS regions, how to reach an organisation, or why. */
export type OrganisationQuestion = "locations" | "area" | "regions" | "contact" | "reason";

const asked: Record<ProviderType, OrganisationQuestion> = {
  care_home: "locations",
  home_care: "locations",
  nhs_acute: "locations",
  community: "locations",
  substance_misuse: "locations",
  hospice: "locations",
  gp: "locations",
  sub_icb: "area",
  local_authority: "area",
  lrf: "area",
  nhs_region: "regions",
  search_only: "reason",
  aggregate_only: "contact",
  other: "reason",
};

export const organisationQuestion = (type: ProviderType): OrganisationQuestion => asked[type];

/** The kind of area that a provider type stands for, or null if it chooses none. */
export const areaKindOf = (type: ProviderType): AreaKind | null => {
  const question = asked[type];
  return question === "area" || question === "regions" ? (type as AreaKind) : null;
};

export const isProviderType = (kind: AccountKind): kind is ProviderType =>
  (providerTypes as readonly AccountKind[]).includes(kind);

/** Who should choose a provider type, where its name alone may not tell. */
export const providerTypeHint: Partial<Record<ProviderType, string>> = {
  care_home: "With or without nursing",
  home_care: "Care in people’s own homes: domiciliary care",
  nhs_acute: "Hospitals, such as discharge teams",
  community: "Community beds and intermediate care",
  gp: "General practices",
  sub_icb: "A place within an integrated care board (formerly a CCG)",
  local_authority: "Councils that run adult social services",
  lrf: "Several councils together, or a local resilience forum",
  nhs_region: "NHS England, commissioning support, and national bodies such as DHSC and UKHSA",
  search_only: "You search for vacancies and do not report any",
  aggregate_only: "You need totals, such as a care association",
  other: "Tell us who you are and why you need access",
};
