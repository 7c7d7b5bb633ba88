import type { RequestToDecide } from "@/lib/access/policy";
import type { Prisma } from "@/lib/db";
import { asPlace, placed } from "@/lib/locations/queries";

/** What must be read of a request to tell who may decide it. */
export const requestSelect = {
  accountId: true,
  areaId: true,
  providerId: true,
  location: { select: placed },
  account: { select: { email: true } },
  registration: { select: { email: true, accountId: true } },
} as const satisfies Prisma.AccessRequestSelect;

type RequestRow = Prisma.AccessRequestGetPayload<{ select: typeof requestSelect }>;

/** A request as the policy judges it. */
export const requestToDecide = (row: RequestRow): RequestToDecide => ({
  askerId: row.accountId ?? row.registration?.accountId ?? null,
  askerEmail: row.account?.email ?? row.registration?.email ?? "",
  place: row.location && asPlace(row.location),
  areaId: row.areaId,
  providerId: row.providerId,
});
