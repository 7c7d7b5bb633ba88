import { locationKinds } from "@/lib/access/kinds";
import { countsNow } from "@/lib/access/grants";
import type { Prisma, Reader, Transaction } from "@/lib/db";

/** One thing that is asked for: a location, an area, or neither of them but the service as such. */
export interface RequestedPlace {
  locationId: number | null;
  areaId: number | null;
}

/** The access of people who decide for others: current, held by one person, and not a shared account. */
export const approving = (now: Date): Prisma.AccessWhereInput => ({
  ...countsNow(now),
  level: "approver",
  account: { deactivatedAt: null, generic: false },
});

/** The same, of people who decide about locations. */
export const approvingLocations = (now: Date): Prisma.AccessWhereInput => ({
  ...approving(now),
  account: { deactivatedAt: null, generic: false, kind: { in: locationKinds } },
});

/** Access to a location that someone holds, of whatever level. */
export const accessHeld = (now: Date): Prisma.AccessWhereInput => ({
  ...countsNow(now),
  account: { deactivatedAt: null },
});

export interface Approver {
  id: number;
  email: string;
  fullName: string;
}

const person = { account: { select: { id: true, email: true, fullName: true } } } as const;

/** Who decides about this request, according to the policy: no one means that support does. */
export async function approversOf(
  reader: Reader | Transaction,
  target: RequestedPlace,
  now: Date,
): Promise<Approver[]> {
  const where = await approversWhere(reader, target, now);
  if (where === null) return [];
  const rows = await reader.access.findMany({ where, select: person, orderBy: { accountId: "asc" } });
  return [...new Map(rows.map(({ account }) => [account.id, account])).values()];
}

async function approversWhere(
  reader: Reader | Transaction,
  { locationId, areaId }: RequestedPlace,
  now: Date,
): Promise<Prisma.AccessWhereInput | null> {
  if (areaId !== null) return { ...approving(now), areaId };
  if (locationId === null) return null;
  const location = await reader.location.findUnique({
    where: { id: locationId },
    select: { providerId: true, dualProviderId: true },
  });
  if (!location) return null;
  const providers = [location.providerId, location.dualProviderId].filter((id) => id !== null);
  return { AND: [approvingLocations(now), { OR: [{ locationId }, { providerId: { in: providers } }] }] };
}

/** "approver" where every request has one, "support" where none has, "both" otherwise. */
export const whoDecides = (approvers: readonly (readonly Approver[])[]): "approver" | "support" | "both" => {
  const with_ = approvers.filter((each) => each.length > 0).length;
  return with_ === 0 ? "support" : with_ === approvers.length ? "approver" : "both";
};
