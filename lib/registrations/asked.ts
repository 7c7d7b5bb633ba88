import type { Place } from "../access/covers";
import type { Asked } from "../access/policy";
import type { Prisma } from "../db";

/** What must be read of a location to tell who answers for it. */
export const placeSelect = {
  id: true,
  providerId: true,
  dualProviderId: true,
  localAuthorityId: true,
  subIcbId: true,
  localAuthority: { select: { lrfId: true, nhsRegionId: true, onsRegionId: true } },
  subIcb: { select: { icbId: true } },
} as const satisfies Prisma.LocationSelect;

type PlaceRow = Prisma.LocationGetPayload<{ select: typeof placeSelect }>;

export const placeOf = ({ localAuthority, subIcb, ...location }: PlaceRow): Place => ({
  ...location,
  lrfId: localAuthority?.lrfId ?? null,
  icbId: subIcb?.icbId ?? null,
  nhsRegionId: localAuthority?.nhsRegionId ?? null,
  onsRegionId: localAuthority?.onsRegionId ?? null,
});

/** What must be read of a request to tell who may decide it. */
export const askedSelect = {
  accountId: true,
  areaId: true,
  providerId: true,
  location: { select: placeSelect },
  account: { select: { email: true } },
  registration: { select: { email: true, accountId: true } },
} as const satisfies Prisma.AccessRequestSelect;

type AskedRow = Prisma.AccessRequestGetPayload<{ select: typeof askedSelect }>;

/** A request as the policy judges it. */
export const askedOf = (row: AskedRow): Asked => ({
  askerId: row.accountId ?? row.registration?.accountId ?? null,
  askerEmail: row.account?.email ?? row.registration?.email ?? "",
  place: row.location && placeOf(row.location),
  areaId: row.areaId,
  providerId: row.providerId,
});
