import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { reachOfKeys } from "./key-holder";
import { isKeyScope, type KeyScope } from "./key-scopes";

/** A key as shown to the people who may end it: everything but the key itself, which no one can read again. */
export interface KeySeen {
  id: number;
  label: string;
  holder: string;
  scopes: KeyScope[];
  /** The names of its locations; none for the key to an area. */
  locations: string[];
  madeAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/**
 * The keys that work now, newest first: for support all, for others their own and those of colleagues for locations that
 * they approve for.
 */
export async function keysSeenBy(user: User, now: Date): Promise<KeySeen[]> {
  if (!can(user, "make API keys")) return [];
  const { locations } = await reachOfKeys(user);
  const theirs = [{ accountId: user.id }, { locationIds: { hasSome: locations.map(({ id }) => id) } }];
  const rows = await db.apiKey.findMany({
    where: { endedAt: null, expiresAt: { gt: now }, ...(user.kind !== "support" && { OR: theirs }) },
    orderBy: { id: "desc" },
    include: { account: { select: { fullName: true } }, secret: { select: { lastUsedAt: true } } },
  });
  const ids = [...new Set(rows.flatMap(({ locationIds }) => locationIds))];
  const named = await db.location.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map(({ id, label, account, scopes, locationIds, madeAt, expiresAt, secret }) => ({
    ...{ id, label, madeAt, expiresAt },
    holder: account.fullName,
    scopes: scopes.filter(isKeyScope),
    locations: locationIds.flatMap((location) => nameOf.get(location) ?? []),
    lastUsedAt: secret?.lastUsedAt ?? null,
  }));
}
