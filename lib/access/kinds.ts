import type { KindFacts, OrganisationQuestion } from "./kind-facts";
import { kinds } from "./kinds-table";

export type { OrganisationQuestion } from "./kind-facts";

type Kinds = typeof kinds;

/** What someone's account is: the fourteen that register, and three that only support can give. */
export type AccountKind = keyof Kinds;
/** What anyone may register as: "provider type" on screens. */
export type RegisteringKind = { [K in AccountKind]: Kinds[K]["asks"] extends null ? never : K }[AccountKind];
/** What a location can be registered as. */
export type LocationKind = { [K in AccountKind]: Kinds[K]["location"] extends null ? never : K }[AccountKind];
/** A location registered as one of these is asked for returns or updates, and its people file them. */
export type FilingKind = { [K in AccountKind]: Kinds[K]["files"] extends readonly [] ? never : K }[AccountKind];
/** Stands for an area of the same kind. */
export type AreaStandingKind = {
  [K in AccountKind]: Kinds[K]["asks"] extends "area" | "regions" ? K : never;
}[AccountKind];
/** Several people at a desk can share such an account. */
export type SharedKind = { [K in AccountKind]: Kinds[K]["shared"] extends true ? K : never }[AccountKind];
/** Every collection that some kind of location is asked for. */
export type FiledCollection = Kinds[AccountKind]["files"][number];

const the = (kind: AccountKind): KindFacts => kinds[kind];

export const accountKinds = Object.keys(kinds) as AccountKind[];

const isAccountKind = (text: string): text is AccountKind => Object.hasOwn(kinds, text);

const isRegisteringKind = (text: string): text is RegisteringKind => isAccountKind(text) && the(text).asks !== null;

export const isLocationKind = (text: string): text is LocationKind =>
  isAccountKind(text) && the(text).location !== null;

/** Works for a care provider: files returns for the locations it was given access to. */
export const isFilingKind = (text: string): text is FilingKind => isAccountKind(text) && the(text).files.length > 0;

/** In the order in which they are offered. */
export const registeringKinds = accountKinds.filter(isRegisteringKind);
export const locationKinds = accountKinds.filter(isLocationKind);
export const filingKinds = accountKinds.filter(isFilingKind);

/** The kinds of location that a collection is asked of, unless support switches it. */
export const kindsFiling = (collection: FiledCollection): readonly FilingKind[] =>
  filingKinds.filter((kind) => the(kind).files.includes(collection));

/** The kinds that support can give. A member of the support team can only be added by two others together. */
export const kindsToGive = accountKinds.filter((kind) => kind !== "support");

/** The kinds that a shared account can be: none that oversees others. */
export const sharedKinds = accountKinds.filter((kind): kind is SharedKind => the(kind).shared);

/** The kinds whose requests support decides, because no list tells who answers for their organisations. */
export const kindsDescribedInWords = accountKinds.filter((kind) =>
  ["contact", "reason"].includes(the(kind).asks ?? ""),
);

/** What a kind of account is called on screens. */
export const kindLabel = (kind: AccountKind): string => the(kind).label;

/** Who should choose a kind when registering, if its name alone may not make that clear. */
export const kindHint = (kind: RegisteringKind): string | null => the(kind).hint;

/** What locations of a kind are called: as a choice, one of them, and several. */
interface LocationNames {
  label: string;
  one: string;
  many: string;
}

/** What locations of each kind that files are called. */
export const kindNames = Object.fromEntries<LocationNames>(
  filingKinds.map((kind) => [kind, kinds[kind].location]),
) as Record<FilingKind, LocationNames>;

/** "Care homes": several locations of a kind, at the start of a line. */
export const locationsOfKind = (kind: LocationKind): string => {
  const { many } = kinds[kind].location;
  return many.charAt(0).toUpperCase() + many.slice(1);
};

/** What a question about the beds of such a location calls it: "home"; null where its return has no beds. */
export const calledInQuestions = (kind: LocationKind): string | null => kinds[kind].location.called;

/** Kinds of location whose return states beds. */
export const kindsWithBeds: readonly FilingKind[] = filingKinds.filter((kind) => calledInQuestions(kind) !== null);

/** The letters that begin the key of each bed type added for a kind of location. */
export const bedKeysBegin = (kind: LocationKind): string => kinds[kind].location.beds;

/** CQC's services that make a location of this kind. */
export const servicesOfKind = (kind: LocationKind): readonly string[] => kinds[kind].location.services;

export const organisationQuestion = (kind: RegisteringKind): OrganisationQuestion => kinds[kind].asks;

/** The kind of area that an account belongs to, or null if it chooses none. */
export const areaKindOf = (kind: AccountKind): AreaStandingKind | null => {
  const { asks } = the(kind);
  return asks === "area" || asks === "regions" ? (kind as AreaStandingKind) : null;
};

/** Sees rows and figures of an area or a group of locations, and files nothing. */
export const isOverseerKind = (kind: AccountKind): boolean => the(kind).oversees;

/** Looks for free places by the nature of its work. */
export const isFinderKind = (kind: AccountKind): boolean => the(kind).finds;

/** May search for free places: their kind includes it, or they were given it. */
export const mayFind = (kind: AccountKind, findsCapacity: boolean): boolean =>
  isFinderKind(kind) || isOverseerKind(kind) || findsCapacity;

/** Is given access to locations one by one. */
export const isGivenLocations = (kind: AccountKind): boolean => the(kind).given === "locations";

/** Is given access to areas or whole providers. */
export const isGivenAreas = (kind: AccountKind): boolean => the(kind).given === "areas";

/** Is asked whether they also need to search for care home vacancies. */
export const isAskedAboutFinding = (kind: AccountKind): boolean => the(kind).askedAboutFinding;

/** Must use a second factor where the service asks it of privileged people. */
export const isPrivilegedKind = (kind: AccountKind): boolean => the(kind).privileged;

/** May tick "keep me signed in". */
export const staysSignedIn = (kind: AccountKind): boolean => the(kind).staysSignedIn;
