import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { checkNews, type NewsTyped } from "./check-news";

/**
 * Keeps a piece of news that support writes: a new draft, or (with its number) its wording, audience and date. No one
 * sees a draft until it is published; a change to news that is out is seen at once, and is not emailed again.
 */
export async function saveNews(
  user: User,
  id: number | null,
  typed: NewsTyped,
  now: Date,
): Promise<Outcome<{ id: number }>> {
  allow(user, "write news");
  const { news, problems } = await checkNews(typed, now);
  if (problems.length > 0) return refused(...problems);
  return transact(user, "wrote news", async (tx) => {
    if (id === null)
      return done(
        await tx.newsItem.create({ data: { ...news, writtenAt: now, writtenById: user.id }, select: { id: true } }),
      );
    const { emailedAt } = (await tx.newsItem.findUnique({ where: { id, withdrawnAt: null } })) ?? { emailedAt: null };
    const data = { ...news, byEmail: news.byEmail || emailedAt !== null };
    const { count } = await tx.newsItem.updateMany({ where: { id, withdrawnAt: null }, data });
    return count === 0
      ? refused({ message: "This news has been withdrawn, so it cannot be changed. Write it again as new" })
      : done({ id });
  });
}
