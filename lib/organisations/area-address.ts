import type { AreaKind } from "@/lib/access/user";

/** What an address calls each kind of area. */
const words: Record<AreaKind, string> = {
  country: "england",
  nhs_region: "region",
  ons_region: "ons-region",
  icb: "icb",
  sub_icb: "sub-icb",
  local_authority: "council",
  lrf: "lrf",
};

/** The kind of area that a word of an address means; undefined where it means none. */
export const areaKindFromAddress = (word: string): AreaKind | undefined =>
  (Object.keys(words) as AreaKind[]).find((kind) => words[kind] === word);

/** Where an area's page is: "/areas/council/E08000004". */
export const areaHref = ({ kind, code }: { kind: AreaKind; code: string }): string => `/areas/${words[kind]}/${code}`;

/** Where the totals of an area are, for people who see sums only: "/reports/totals/council/E08000004". */
export const totalsHref = (area: { kind: AreaKind; code: string }): string =>
  `/reports/totals${areaHref(area).slice(6)}`;

/** Where a parent organisation's page is: "/areas/organisation/12". */
export const organisationHref = (id: number): string => `/areas/organisation/${id}`;
