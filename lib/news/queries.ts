import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { NewsKind } from "./news-kinds";
import { newsShownTo } from "./shown-to";

/** One piece of news as lists show it. */
export interface News {
  id: number;
  kind: NewsKind;
  title: string;
  summary: string;
  /** Since when it has been shown. */
  at: Date;
  /** They have not marked it as read yet. */
  unread: boolean;
}

const mostListed = 100;

const listed = (user: User) => Prisma.sql`
  n.id, n.kind, n.title, n.summary, coalesce(n.shows_from, n.published_at) as at,
  not exists (select from news_read r where r.news_id = n.id and r.account_id = ${user.id}) as unread`;

/** The news that someone is shown, the newest first. */
export const newsFor = (user: User, now: Date): Promise<News[]> =>
  db.$queryRaw<News[]>`
    select ${listed(user)} from news_item n where ${newsShownTo(user, now)} order by at desc, n.id desc limit ${mostListed}`;

/** One piece of news that someone is shown, with its text; null where it is not for them. */
export async function newsOf(user: User, id: number, now: Date): Promise<(News & { body: string }) | null> {
  const [found] = await db.$queryRaw<(News & { body: string })[]>`
    select ${listed(user)}, n.body from news_item n where n.id = ${id} and ${newsShownTo(user, now)}`;
  return found ?? null;
}

/** How many pieces of news someone has not marked as read yet. */
export async function unreadNews(user: User, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    select count(*)::int as unread from news_item n
     where ${newsShownTo(user, now)}
       and not exists (select from news_read r where r.news_id = n.id and r.account_id = ${user.id})`;
  return row?.unread ?? 0;
}
