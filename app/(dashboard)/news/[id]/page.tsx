import { notFound } from "next/navigation";
import { Markdown, Page } from "@/components/ui";
import { idOf } from "@/components/tables";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/format";
import { markRead } from "@/lib/news/mark-read";
import { newsKinds } from "@/lib/news/news-kinds";
import { newsOf } from "@/lib/news/queries";
import { currentUser } from "@/lib/web/session";
import { CountAgain } from "./count-again";

/** One piece of news. Opening it is what marks it as read. */
export default async function NewsItemPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser();
  const id = idOf((await params).id);
  const news = id === null ? null : await newsOf(user, id, now());
  if (!news) notFound();
  if (news.unread) await markRead(user, news.id, now());
  return (
    <Page
      heading={news.title}
      caption={`${newsKinds[news.kind]}, ${formatDate(news.at)}`}
      summary={news.summary}
      back={{ href: "/news", label: "All news" }}
    >
      <Markdown text={news.body} />
      {news.unread && <CountAgain />}
    </Page>
  );
}
