import { countsNow } from "@/lib/access/grants";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import { asApproverOnly, reachOfKeys } from "./key-holder";
import { isKeyScope, type KeyScope } from "./key-scopes";

/** A key as shown to the people who may end it: everything but the key itself, which no one can read again. */
export interface KeySeen {
  id: number;
  label: string;
  holder: string;
  scopes: KeyScope[];
  /** The names of its locations; none for a key to all that its holder approves for or oversees. */
  locations: string[];
  /** For all that its holder approves for, as it changes. */
  whole: boolean;
  madeAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/**
 * The keys that work now, newest first: for support all, for others their own and those of colleagues for locations that
 * they approve for, and for an organisation that they approve for as a whole.
 */
export async function keysSeenBy(user: User, now: Date): Promise<KeySeen[]> {
  return can(user, "make API keys") ? keysWhere(await seenKeys(user, now)) : [];
}

/** One key that works now; null if it does not, or if they may not see it. */
export async function keySeenBy(user: User, id: number, now: Date): Promise<KeySeen | null> {
  if (!can(user, "make API keys")) return null;
  const [found = null] = await keysWhere({ AND: [{ id }, await seenKeys(user, now)] });
  return found;
}

/** Which keys work now. */
export const working = (now: Date): Prisma.ApiKeyWhereInput => ({ endedAt: null, expiresAt: { gt: now } });

async function seenKeys(user: User, now: Date): Promise<Prisma.ApiKeyWhereInput> {
  if (user.kind === "support") return working(now);
  const { locations } = await reachOfKeys(user);
  const wholes = asApproverOnly(user).grants.flatMap(({ providerId }) => providerId ?? []);
  const approves = { ...countsNow(now), level: "approver", providerId: { in: wholes } } as const;
  return {
    ...working(now),
    OR: [
      { accountId: user.id },
      { locationIds: { hasSome: locations.map(({ id }) => id) } },
      { whole: true, account: { access: { some: approves } } },
    ],
  };
}

/** Keys for which something holds, newest first: all of them, or one page. */
export async function keysWhere(
  where: Prisma.ApiKeyWhereInput,
  page: { take?: number; skip?: number } = {},
): Promise<KeySeen[]> {
  const rows = await db.apiKey.findMany({
    where,
    ...page,
    orderBy: { id: "desc" },
    include: { account: { select: { fullName: true } }, secret: { select: { lastUsedAt: true } } },
  });
  const ids = [...new Set(rows.flatMap(({ locationIds }) => locationIds))];
  const named = await db.location.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map(({ id, label, account, scopes, locationIds, whole, madeAt, expiresAt, secret }) => ({
    ...{ id, label, whole, madeAt, expiresAt },
    holder: account.fullName,
    scopes: scopes.filter(isKeyScope),
    locations: locationIds.flatMap((location) => nameOf.get(location) ?? []),
    lastUsedAt: secret?.lastUsedAt ?? null,
  }));
}
