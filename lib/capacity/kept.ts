import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";

/** How many searches of someone's still send email, and how many places they have set aside. */
export async function keptByFinder(user: User): Promise<{ searches: number; shortlisted: number }> {
  if (!can(user, "find capacity")) return { searches: 0, shortlisted: 0 };
  const [searches, shortlisted] = await Promise.all([
    db.savedSearch.count({ where: { accountId: user.id, endedAt: null } }),
    db.shortlisted.count({ where: { accountId: user.id } }),
  ]);
  return { searches, shortlisted };
}
