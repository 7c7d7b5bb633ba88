import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";

/** Publishes a draft: people see it from its date, or at once. Refuses what was published or withdrawn before. */
export async function publishNews(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "write news");
  const { count } = await transact(user, "published news", (tx) =>
    tx.newsItem.updateMany({
      where: { id, publishedAt: null, withdrawnAt: null },
      data: { publishedAt: now, publishedById: user.id },
    }),
  );
  return count === 0 ? refused({ message: "This news has already been published or withdrawn" }) : done(null);
}
