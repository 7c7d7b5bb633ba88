import { db, system, transact } from "@/lib/db";
import { formatCount } from "@/lib/format";
import { queueEmails } from "@/lib/outbox/queue-email";
import { isNewsKind } from "./news-kinds";
import { isOutSql, newsMailedToSql } from "./shown-to";

const aPart = 500;

interface Reader {
  id: number;
  email: string;
  name: string;
}

/**
 * Emails news that is out to the people it is for who agreed to be sent news: each of them once, with a link to it. It
 * can be stopped half way and run again.
 */
export async function mailNews(now: Date): Promise<string> {
  const items = await db.$queryRaw<{ id: number; kind: string; title: string; summary: string }[]>`
    select n.id, n.kind, n.title, n.summary from news_item n
     where ${isOutSql(now)} and n.by_email and n.emailed_at is null order by n.id`;
  let written = 0;
  for (const { id, kind, title, summary } of items) {
    if (!isNewsKind(kind)) continue;
    const readers = await db.$queryRaw<Reader[]>`
      select a.id, a.email, a.full_name as name from account a, news_item n
       where n.id = ${id} and ${newsMailedToSql(now)} order by a.id`;
    for (let at = 0; at < readers.length; at += aPart)
      written += await mailPart({ id, kind, title, summary }, readers.slice(at, at + aPart), now);
    await transact(system("news"), "emailed the news", (tx) =>
      tx.newsItem.update({ where: { id }, data: { emailedAt: now } }),
    );
  }
  return `${formatCount("message", written)} about ${formatCount("piece", items.length)} of news`;
}

async function mailPart(
  { id, kind, title, summary }: { id: number; kind: "whats_new" | "bulletin"; title: string; summary: string },
  readers: readonly Reader[],
  now: Date,
): Promise<number> {
  const messages = readers.map(({ id: accountId, email, name }) => ({
    template: "news-published" as const,
    to: email,
    accountId,
    uniqueKey: `news:${id}:${accountId}`,
    props: { name, kind, title, summary, path: `/news/${id}` },
  }));
  const ids = await transact(system("news"), "emailed the news", (tx) => queueEmails(tx, messages, now), {
    timeout: 60_000,
  });
  return ids.length;
}
