import { lockAccessOf, lockApproversOf } from "@/lib/access/give";
import { countsNow } from "@/lib/access/grants";
import type { HeldAccess } from "@/lib/access/policy";
import type { AccountKind } from "@/lib/access/kinds";
import type { Prisma, Transaction } from "@/lib/db";
import { asPlace, placed } from "@/lib/locations/queries";

/** What must be read of an access to tell who may change it, and to name where it is. */
export const accessSelect = {
  id: true,
  level: true,
  locationId: true,
  providerId: true,
  areaId: true,
  location: { select: { ...placed, name: true, deregisteredOn: true } },
  provider: { select: { name: true } },
  area: { select: { name: true } },
} as const satisfies Prisma.AccessSelect;

export type AccessRow = Prisma.AccessGetPayload<{ select: typeof accessSelect }>;

const currentAccess = (tx: Transaction, id: number, now: Date) =>
  tx.access.findFirst({
    where: { AND: [{ id }, countsNow(now)] },
    select: {
      ...accessSelect,
      endsAt: true,
      account: { select: { id: true, email: true, fullName: true, kind: true, generic: true } },
    },
  });

/**
 * One access that counts now, with who holds it. It and the approvers of its place are locked until the transaction
 * ends. Null if there is none, or it has ended.
 */
export async function lockedAccess(tx: Transaction, id: number, now: Date) {
  const access = await currentAccess(tx, id, now);
  if (!access) return null;
  await lockApproversOf(tx, access);
  await lockAccessOf(tx, [access.account.id]);
  return currentAccess(tx, id, now);
}

/** Where an access reaches, as the policy judges it. */
export const accessTargetOf = ({ location, areaId, providerId }: Omit<AccessRow, "id" | "level" | "locationId">) => ({
  place: location && asPlace(location),
  areaId,
  providerId,
});

/** Where an access reaches, in words. */
export const placeName = ({
  location,
  provider,
  area,
}: Pick<AccessRow, "provider" | "area"> & { location: { name: string } | null }): string =>
  (location ?? provider ?? area)?.name ?? "the service";

/** Access as the policy judges it: who holds it, as what. */
export const heldBy = (
  { id, kind, generic }: { id: number; kind: AccountKind; generic: boolean },
  level: HeldAccess["level"],
): HeldAccess => ({ holderId: id, holderKind: kind, generic, level });
