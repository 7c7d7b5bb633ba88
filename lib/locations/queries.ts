import type { Place } from "@/lib/access/covers";
import type { Prisma } from "@/lib/db";

/** The fields of a location that say where it is. */
export const placed = {
  id: true,
  providerId: true,
  dualProviderId: true,
  localAuthorityId: true,
  subIcbId: true,
  localAuthority: { select: { lrfId: true, nhsRegionId: true, onsRegionId: true } },
  subIcb: { select: { icbId: true } },
} as const satisfies Prisma.LocationSelect;

/** Where a location is, from the fields in `placed`. */
export const asPlace = ({
  localAuthority,
  subIcb,
  ...own
}: Prisma.LocationGetPayload<{ select: typeof placed }>): Place => ({
  ...own,
  lrfId: localAuthority?.lrfId ?? null,
  nhsRegionId: localAuthority?.nhsRegionId ?? null,
  onsRegionId: localAuthority?.onsRegionId ?? null,
  icbId: subIcb?.icbId ?? null,
});

/** One run of an import, as the support team's list shows it. */
export type ImportRun = Prisma.ImportRunGetPayload<object>;
