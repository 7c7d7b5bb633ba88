import type { Transaction } from "@/lib/db";
import type { Answered } from "./answers";
import type { RequestedPlace } from "./approvers";

/**
 * The registration of this address and kind that is still waiting, and whether it asks for a place; null if there is none.
 * If someone registers twice at once, the second waits for the first. If the second asks to be an approver, the one that
 * is waiting then asks for that too.
 */
export async function waitingWish(
  tx: Transaction,
  { email, kind, level }: Answered,
  targets: readonly RequestedPlace[],
): Promise<{ id: number; asked: (target: RequestedPlace) => boolean } | null> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`account:${email.toLowerCase()}`}, 0))::text`;
  const before = await tx.registration.findFirst({
    where: {
      email: { equals: email, mode: "insensitive" },
      kind,
      accountId: null,
      requests: { some: { decidedAt: null } },
    },
    select: {
      id: true,
      requests: { where: { decidedAt: null }, select: { id: true, locationId: true, areaId: true } },
    },
    orderBy: { id: "asc" },
  });
  if (!before) return null;
  const same = (one: RequestedPlace, other: RequestedPlace) =>
    one.locationId === other.locationId && one.areaId === other.areaId;
  const again = before.requests.filter((request) => targets.some((target) => same(request, target)));
  if (level === "approver")
    await tx.accessRequest.updateMany({
      where: { id: { in: again.map(({ id }) => id) }, level: "standard" },
      data: { level },
    });
  return { id: before.id, asked: (target) => again.some((request) => same(request, target)) };
}
