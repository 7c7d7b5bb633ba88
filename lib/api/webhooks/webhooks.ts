import { allow, can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { keysSeenBy } from "@/lib/api/keys";
import { db, Prisma } from "@/lib/db";
import { standings, type WebhookSeen, type WebhookState, webhooksWhere } from "./webhook-standing";

/** Webhooks of one key that have not ended, newest first; none of a key that they may not see. */
export async function webhooksOfKey(user: User, keyId: number, now: Date): Promise<WebhookSeen[]> {
  return webhooksWhere(Prisma.sql`key_id = ${keyId} and ${ofKeysSeenBy(await keysOf(user, now))}`, now);
}

/** One webhook; null if there is none, if it has ended, or if they may not see its key. */
export async function webhookSeenBy(user: User, id: number, now: Date): Promise<WebhookSeen | null> {
  if (!can(user, "make API keys")) return null;
  const [found = null] = await webhooksWhere(Prisma.sql`id = ${id} and ${ofKeysSeenBy(await keysOf(user, now))}`, now);
  return found;
}

/** Support sees the webhooks of every key, of those that have ended too. */
const keysOf = async (user: User, now: Date): Promise<number[] | null> =>
  user.kind === "support" ? null : (await keysSeenBy(user, now)).map(({ id }) => id);

const ofKeysSeenBy = (keys: readonly number[] | null): Prisma.Sql =>
  keys ? Prisma.sql`key_id = any(${[...keys]}::int[])` : Prisma.sql`true`;

/** What support looks for among all webhooks. */
export interface WebhooksSought {
  /** Part of the address, of the system's name, or of the name or email address of its key's holder. */
  words?: string;
  state?: WebhookState;
  page: number;
  size: number;
}

/** The webhooks that support looks for, newest first, and how many they are. */
export async function webhookList(
  user: User,
  { words = "", state, ...page }: WebhooksSought,
  now: Date,
): Promise<{ rows: WebhookSeen[]; total: number }> {
  allow(user, "support people");
  const which = Prisma.sql`
    position(lower(${words}) in lower(concat_ws(chr(10), address, system, holder, email))) > 0
    and ${state ? Prisma.sql`state = ${state}` : Prisma.sql`true`}`;
  const [rows, total] = await Promise.all([webhooksWhere(which, now, page), counted(which, now)]);
  return { rows, total };
}

/** How many webhooks want support's attention: what is sent does not arrive, or we paused them because it did not. */
export async function webhooksUnheard(user: User, now: Date): Promise<number> {
  allow(user, "support people");
  return counted(Prisma.sql`state = 'fails' or (state = 'paused' and paused_because <> 'asked')`, now);
}

async function counted(which: Prisma.Sql, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from ${standings(now)} where ${which}`;
  return row?.total ?? 0;
}
