import type { AreaCodes } from "@/lib/registers/area-codes";
import type { Tally } from "@/lib/registers/import/tally";
import type { IncomingLocation, IncomingProvider, IncomingRating } from "@/lib/registers/incoming/incoming";
import type { LocationKind } from "@/lib/access/kinds";
import type { GivenLocation, GivenProvider } from "./given";
import { isKnownRating } from "./ratings";
import { isPostcode } from "./values";

/** A CQC location in our own columns, with its area as far as its record says. */
export function incomingLocation(
  given: GivenLocation,
  types: LocationKind[],
  today: string,
  areas: AreaCodes,
  tally: Tally,
): IncomingLocation {
  const { location, provider, line } = given;
  const where = () => `line ${line}: ${location.name ?? ""}`;
  const council = location.council === null ? null : areas.council(location.council);
  if (location.council !== null && council === null) tally.notice(`unknown council: ${location.council}`, where);
  const subIcb = location.subIcb === null ? null : areas.subIcb(location.subIcb);
  if (location.subIcb !== null && subIcb === null)
    tally.notice("unknown Sub ICB, placed by council", () => `${where()}, ${location.subIcb}`);
  if (location.postcode === null) tally.notice("location without a postcode", where);
  else if (!isPostcode(location.postcode))
    tally.notice("not a valid postcode", () => `${where()}, ${location.postcode}`);
  if (location.overallRating !== null && !isKnownRating(location.overallRating))
    tally.notice(`unknown rating: ${location.overallRating}`, where);
  if (location.registeredOn !== null && location.registeredOn > today)
    tally.notice("registration date is in the future", () => `${where()}, ${location.registeredOn}`);
  const gone = location.deregisteredOn !== null || location.status === "Deregistered";
  return {
    line,
    register: "cqc",
    register_id: location.registerId ?? "",
    provider_code: provider.registerId ?? "",
    name: location.name ?? "",
    types,
    address_lines: addressLines(location),
    town: location.town,
    county: location.county,
    postcode: location.postcode ?? "",
    latitude: location.latitude,
    longitude: location.longitude,
    local_authority_id: council,
    sub_icb_id: subIcb,
    ods_code: location.odsCode,
    uprn: location.uprn,
    telephone: location.telephone,
    website: location.website,
    care_home: location.careHome ?? false,
    beds: location.beds ?? 0,
    services: given.services,
    specialisms: given.specialisms,
    activities: given.activities,
    user_bands: given.userBands,
    sector: location.sector,
    inspection_category: location.inspectionCategory,
    overall_rating: location.overallRating,
    rated_on: location.ratedOn,
    rating_inherited: location.ratingInherited,
    report_uri: given.reportUri,
    registered_on: location.registeredOn,
    deregistered_on: gone ? (location.deregisteredOn ?? today) : null,
    dormant: location.dormant ?? false,
    dormant_from: location.dormant === true ? location.dormantFrom : null,
    dual_primary_id: location.dualPrimaryId,
    dual_with: given.dualWith,
    predecessors: given.predecessors,
    successors: given.successors,
  };
}

/** The provider of a location's line, or of its own record. Without a name, its id is used. */
export function incomingProvider({ provider, line }: GivenLocation | GivenProvider): IncomingProvider {
  return {
    line,
    register: "cqc",
    register_id: provider.registerId ?? "",
    name: provider.name ?? provider.registerId ?? "",
    described: provider.name !== null,
    brand_id: provider.brandId,
    brand_name: provider.brandName,
    ownership: provider.ownership,
    ods_code: provider.odsCode,
    address_lines: addressLines(provider, provider.town, provider.county),
    postcode: provider.postcode,
    telephone: provider.telephone,
    website: provider.website,
    registered_on: provider.registeredOn,
    deregistered_on: provider.deregisteredOn,
  };
}

export const incomingRatings = ({ location, ratings }: GivenLocation): IncomingRating[] =>
  ratings.map(({ domain, rating, reportedOn, current }) => ({
    register_id: location.registerId ?? "",
    domain,
    rating,
    reported_on: reportedOn,
    current,
  }));

const addressLines = (of: { address1: string | null; address2: string | null }, ...more: (string | null)[]): string[] =>
  [of.address1, of.address2, ...more].filter((line) => line !== null);
