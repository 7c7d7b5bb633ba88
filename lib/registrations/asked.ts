import type { Asked } from "@/lib/access/policy";
import type { Prisma } from "@/lib/db";
import { asPlace, placed } from "@/lib/locations/queries";

/** What must be read of a request to tell who may decide it. */
export const askedSelect = {
  accountId: true,
  areaId: true,
  providerId: true,
  location: { select: placed },
  account: { select: { email: true } },
  registration: { select: { email: true, accountId: true } },
} as const satisfies Prisma.AccessRequestSelect;

type AskedRow = Prisma.AccessRequestGetPayload<{ select: typeof askedSelect }>;

/** A request as the policy judges it. */
export const askedOf = (row: AskedRow): Asked => ({
  askerId: row.accountId ?? row.registration?.accountId ?? null,
  askerEmail: row.account?.email ?? row.registration?.email ?? "",
  place: row.location && asPlace(row.location),
  areaId: row.areaId,
  providerId: row.providerId,
});
