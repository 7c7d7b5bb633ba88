import { isFilingKind, isOverseerKind } from "@/lib/access/kinds";
import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** What a key of theirs could reach: locations that they approve for, or what they oversee, to read alone. */
export interface KeyReach {
  locations: { id: number; name: string }[];
  /** The organisations that they approve for as a whole: a key can be for all that they approve for, as it changes. */
  organisations: string[];
  /** They oversee an area, or an organisation as its parent. */
  oversees: boolean;
}

/** The person as far as they approve for others: a key never does more, and ends with that. */
export const asApproverOnly = (user: User): User => ({
  ...user,
  grants: user.grants.filter(({ level }) => level === "approver"),
});

/** What a key that uses someone's access could reach. Nothing for a shared account, and for support. */
export async function reachOfKeys(user: User): Promise<KeyReach> {
  if (user.generic || user.kind === "support") return { locations: [], organisations: [], oversees: false };
  const oversees = isOverseerKind(user.kind) && user.grants.some(({ area, providerId }) => area ?? providerId);
  if (!isFilingKind(user.kind)) return { locations: [], organisations: [], oversees };
  const wholes = asApproverOnly(user).grants.flatMap(({ providerId }) => providerId ?? []);
  const [locations, organisations] = await Promise.all([
    db.location.findMany({
      where: { AND: [locationsVisibleTo(asApproverOnly(user)), { deregisteredOn: null }] },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    db.provider.findMany({ where: { id: { in: wholes } }, select: { name: true }, orderBy: { name: "asc" } }),
  ]);
  return { locations, organisations: organisations.map(({ name }) => name), oversees };
}
