import { isFilingKind, isOverseerKind } from "@/lib/access/kinds";
import { locationsVisibleTo } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { whoAskedFor } from "@/lib/accounts/session-user";
import { db, oneStatement, Prisma } from "@/lib/db";
import { hashSecret } from "@/lib/tokens";
import type { ApiKey } from "@/prisma/client/client";
import { asApproverOnly } from "./key-holder";
import { isKeyScope, keyPrefix, type KeyScope } from "./key-scopes";

/** Another system that asks, by its key: as the person whose access the key uses, narrowed to what the key is for. */
export interface ApiCaller {
  key: { id: number; label: string; scopes: readonly KeyScope[]; expiresAt: Date };
  user: User;
}

const aMinute = 60_000;

/**
 * Whose key this is and what it may do now. We ask the database at every request, so that a key ends with the next one
 * when it is ended, when its day has come, and when its holder no longer approves for any of its locations, or no longer
 * oversees the area. What it files says that it came by the key. Null if it is no key that works.
 */
export async function callerOfKey(key: string, now: Date): Promise<ApiCaller | null> {
  if (!key.startsWith(keyPrefix) || key.length > 100) return null;
  const secret = await db.apiSecret.findUnique({
    where: { hash: hashSecret(key) },
    include: { key: true },
  });
  const user = secret && (await userOfKey(secret.key, now));
  if (!user) return null;
  const { id, label, scopes, expiresAt } = secret.key;
  if (!secret.lastUsedAt || now.getTime() - secret.lastUsedAt.getTime() > aMinute) await used(id, now);
  return { key: { id, label, scopes: scopes.filter(isKeyScope), expiresAt }, user };
}

/** As whom a key acts now: its holder, narrowed to what the key is for. Null once it works no longer. */
export async function userOfKey(key: ApiKey, now: Date): Promise<User | null> {
  const { label, accountId, locationIds, whole, endedAt, expiresAt } = key;
  if (endedAt || expiresAt <= now) return null;
  const holder = await whoAskedFor(accountId, `${label}, by its key`, now);
  if (!holder) return null;
  if (whole) return whereverTheyApprove(holder);
  return locationIds.length === 0 ? asOverseer(holder) : atLocations(holder, locationIds);
}

const asOverseer = (user: User): User | null => (isOverseerKind(user.kind) && user.grants.length > 0 ? user : null);

/** The person with Standard access to all that they approve for, while that is a whole organisation; else null. */
function whereverTheyApprove(user: User): User | null {
  const grants = asApproverOnly(user).grants.map((grant) => ({ ...grant, level: "standard" as const }));
  const still = isFilingKind(user.kind) && grants.some(({ providerId }) => providerId !== undefined);
  return still ? { ...user, findsCapacity: false, grants } : null;
}

/** The person with Standard access to those of the locations for which they still approve; null if there are none. */
async function atLocations(user: User, ids: readonly number[]): Promise<User | null> {
  const still = await db.location.findMany({
    where: { AND: [locationsVisibleTo(asApproverOnly(user)), { id: { in: [...ids] } }] },
    select: { id: true },
  });
  const grants = still.map(({ id }) => ({ level: "standard" as const, locationId: id }));
  return grants.length === 0 ? null : { ...user, findsCapacity: false, grants };
}

const used = (keyId: number, now: Date) =>
  oneStatement(Prisma.sql`update api_secret set last_used_at = ${now} where key_id = ${keyId}`);
