import type { User } from "@/lib/access/user";
import { Prisma, transact } from "@/lib/db";
import { newsShownTo } from "./shown-to";

/** Remembers that someone has read one piece of news that they are shown. */
export const markRead = (user: User, id: number, now: Date): Promise<number> =>
  keep(user, Prisma.sql`n.id = ${id}`, now);

/** Remembers everything that someone is shown as read, including what their list is too short to show. */
export const markAllRead = (user: User, now: Date): Promise<number> => keep(user, Prisma.sql`true`, now);

const keep = (user: User, which: Prisma.Sql, now: Date): Promise<number> =>
  transact(
    user,
    "read news",
    (tx) => tx.$executeRaw`
      insert into news_read (account_id, news_id, at)
      select ${user.id}::int, n.id, ${now}::timestamptz from news_item n where ${which} and ${newsShownTo(user, now)}
      on conflict do nothing`,
  );
