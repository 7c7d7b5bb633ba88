import type { Prisma } from "@/lib/db";
import { areaLabel } from "@/lib/organisations/area-label";
import { requestSelect } from "./request-to-decide";

/** What must be read of a request to decide it. */
export const decidedRequestSelect = {
  ...requestSelect,
  id: true,
  level: true,
  locationId: true,
  decidedAt: true,
  registration: true,
  account: true,
  location: { select: { ...requestSelect.location.select, name: true } },
  area: { select: { name: true, placeName: true } },
} as const satisfies Prisma.AccessRequestSelect;

export type DecidedRequest = Prisma.AccessRequestGetPayload<{ select: typeof decidedRequestSelect }>;

/** Who asks: with their registration, or with their account. */
export function askerOf({ registration, account }: DecidedRequest) {
  const asker = registration ?? account;
  if (!asker) throw new Error("A request for access has no one who asks");
  return asker;
}

/** What is asked for, in words. */
export const requestedPlace = ({ location, area, registration }: DecidedRequest): string =>
  location?.name ?? (area ? areaLabel(area.name, area.placeName) : (registration?.organisation ?? "the service"));
