import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";

/** Withdraws a piece of news: no one sees it from now on. Emails that were sent stay sent. */
export async function withdrawNews(user: User, id: number, now: Date): Promise<Outcome<null>> {
  allow(user, "write news");
  const { count } = await transact(user, "withdrew news", (tx) =>
    tx.newsItem.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: now, withdrawnById: user.id } }),
  );
  return count === 0 ? refused({ message: "This news has already been withdrawn" }) : done(null);
}
