import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { newsFor, newsOf } from "./queries";

/** Remembers that someone has read a piece of news that they are shown. Says nothing of any other. */
export async function markRead(user: User, id: number, now: Date): Promise<void> {
  const news = await newsOf(user, id, now);
  if (news?.unread) await keep(user, [id], now);
}

/** Remembers everything that someone is shown as read. */
export async function markAllRead(user: User, now: Date): Promise<void> {
  const unread = (await newsFor(user, now)).filter((news) => news.unread);
  await keep(
    user,
    unread.map(({ id }) => id),
    now,
  );
}

const keep = (user: User, ids: readonly number[], at: Date) =>
  transact(user, "read news", (tx) =>
    tx.newsRead.createMany({
      data: ids.map((newsId) => ({ accountId: user.id, newsId, at })),
      skipDuplicates: true,
    }),
  );
