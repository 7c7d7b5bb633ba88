import type { AreaKind, Grant } from "./user";

/** Where a location is: enough to tell whether a grant reaches it. */
export interface Place {
  readonly id: number;
  readonly providerId: number;
  readonly dualProviderId: number | null;
  readonly localAuthorityId: number | null;
  readonly subIcbId: number | null;
  readonly lrfId: number | null;
  readonly icbId: number | null;
  readonly nhsRegionId: number | null;
  readonly onsRegionId: number | null;
}

const inArea: Record<AreaKind, (place: Place) => number | null | "everywhere"> = {
  country: () => "everywhere",
  nhs_region: (place) => place.nhsRegionId,
  ons_region: (place) => place.onsRegionId,
  icb: (place) => place.icbId,
  sub_icb: (place) => place.subIcbId,
  local_authority: (place) => place.localAuthorityId,
  lrf: (place) => place.lrfId,
};

/**
 * Does this grant reach this location? Says the same as `locationsVisibleTo`, and a generated test checks that they
 * agree.
 */
export function covers(grant: Grant, place: Place): boolean {
  if (grant.locationId !== undefined) return grant.locationId === place.id;
  if (grant.providerId !== undefined)
    return grant.providerId === place.providerId || grant.providerId === place.dualProviderId;
  if (grant.area === undefined) return false;
  const area = inArea[grant.area.kind](place);
  return area === "everywhere" || area === grant.area.id;
}
