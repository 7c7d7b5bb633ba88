import type { AccountKind } from "./user";

const labels: Record<AccountKind, string> = {
  care_home: "Care Home",
  nhs_acute: "NHS Acute",
  community: "Community",
  substance_misuse: "Substance Misuse",
  hospice: "Hospice",
  home_care: "Home Care",
  sub_icb: "Sub ICB",
  local_authority: "Local Authority",
  lrf: "Local Authority (Regional / LRF)",
  nhs_region: "NHSE/I/D/X & CSU",
  gp: "GP",
  other: "Other",
  search_only: "Search Only",
  aggregate_only: "Aggregate Only",
  parent: "Parent organisation",
  national: "National",
  support: "Support team",
};

/** What a kind of account is called on screens. */
export const kindLabel = (kind: AccountKind): string => labels[kind];

const among = (...kinds: AccountKind[]) => {
  const set = new Set(kinds);
  return (kind: AccountKind): boolean => set.has(kind);
};

/** Works for a care provider: files returns for the locations it was given access to. */
export const isProviderKind = among("care_home", "home_care", "hospice", "substance_misuse", "community");

/** Oversees an area or a group of locations: sees rows and figures, files nothing. */
export const isOverseerKind = among("sub_icb", "local_authority", "lrf", "nhs_region", "national", "parent");

/** Looks for free places. */
export const isFinderKind = among("nhs_acute", "gp", "search_only");

/** May search for free places: their kind includes it, or they were given it. */
export const mayFind = (kind: AccountKind, findsCapacity: boolean): boolean =>
  kind === "support" || isFinderKind(kind) || isOverseerKind(kind) || findsCapacity;

/** Registers by choosing locations on a map of postcodes. */
export const choosesLocations = among(
  "care_home",
  "home_care",
  "nhs_acute",
  "community",
  "substance_misuse",
  "hospice",
  "gp",
);

/** Is asked whether they also need to search for care home vacancies. */
export const isAskedAboutFinding = among("community", "substance_misuse", "hospice", "gp");

/** Must use a second factor where the service asks it of privileged people. */
export const isPrivilegedKind = among("support", "national", "nhs_region", "lrf", "sub_icb", "local_authority");
