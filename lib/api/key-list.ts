import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, type Prisma } from "@/lib/db";
import { type KeySeen, keysWhere, working } from "./keys";

/** Which keys support looks for: those that end within 30 days, or that nothing has used in that time. */
export type KeysWanted = "ending" | "unused";

export interface KeysSought {
  /** Part of the name of the system, of a location, or of the name or email address of the key's holder. */
  words?: string;
  wanted?: KeysWanted;
  page: number;
  size: number;
}

const soonMs = 30 * 86_400_000;

/** The keys that work now and that support looks for, newest first, and how many they are. */
export async function keyList(
  user: User,
  { words = "", wanted, page, size }: KeysSought,
  now: Date,
): Promise<{ rows: KeySeen[]; total: number }> {
  allow(user, "support people");
  const where = { AND: [working(now), ...(await withWords(words)), ...(wanted ? [isWanted(wanted, now)] : [])] };
  const [rows, total] = await Promise.all([
    keysWhere(where, { take: size, skip: (page - 1) * size }),
    db.apiKey.count({ where }),
  ]);
  return { rows, total };
}

async function withWords(words: string): Promise<Prisma.ApiKeyWhereInput[]> {
  if (words === "") return [];
  const contains = { contains: words, mode: "insensitive" } as const;
  const places = await db.location.findMany({ where: { name: contains }, select: { id: true } });
  const at = { locationIds: { hasSome: places.map(({ id }) => id) } };
  return [{ OR: [{ label: contains }, { account: { OR: [{ fullName: contains }, { email: contains }] } }, at] }];
}

function isWanted(wanted: KeysWanted, now: Date): Prisma.ApiKeyWhereInput {
  const monthAgo = new Date(now.getTime() - soonMs);
  if (wanted === "ending") return { expiresAt: { lte: new Date(now.getTime() + soonMs) } };
  const unused = { OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: monthAgo } }] };
  return { madeAt: { lte: monthAgo }, secret: unused };
}
