import { isFilingKind, isOverseerKind } from "@/lib/access/kinds";
import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** What a key of theirs could reach: locations that they approve for, or the area that they oversee, to read alone. */
export interface KeyReach {
  locations: { id: number; name: string }[];
  overseesArea: boolean;
}

/** The person as far as they approve for others: a key never does more, and ends with that. */
export const asApproverOnly = (user: User): User => ({
  ...user,
  grants: user.grants.filter(({ level }) => level === "approver"),
});

/** What a key that uses someone's access could reach. Nothing for a shared account, and for support. */
export async function reachOfKeys(user: User): Promise<KeyReach> {
  if (user.generic || user.kind === "support") return { locations: [], overseesArea: false };
  const overseesArea = isOverseerKind(user.kind) && user.grants.some(({ area }) => area !== undefined);
  const locations = isFilingKind(user.kind)
    ? await db.location.findMany({
        where: { AND: [locationsVisibleTo(asApproverOnly(user)), { deregisteredOn: null }] },
        select: { id: true, name: true },
        orderBy: [{ name: "asc" }, { id: "asc" }],
      })
    : [];
  return { locations, overseesArea };
}
