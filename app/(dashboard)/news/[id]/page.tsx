import { notFound } from "next/navigation";
import { ActionForm, HiddenField, Markdown, Page, SubmitButton } from "@/components/ui";
import { idOf } from "@/components/tables";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/format";
import { newsKinds } from "@/lib/news/news-kinds";
import { newsOf } from "@/lib/news/queries";
import { currentUser } from "@/lib/web/session";
import { readOne } from "@/app/(dashboard)/news/actions";

/** One piece of news. Looking at it changes nothing: a button marks it as read. */
export default async function NewsItemPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser();
  const id = idOf((await params).id);
  const news = id === null ? null : await newsOf(user, id, now());
  if (!news) notFound();
  return (
    <Page
      heading={news.title}
      caption={`${newsKinds[news.kind]}, ${formatDate(news.at)}`}
      summary={news.summary}
      back={{ href: "/news", label: "All news" }}
    >
      <Markdown text={news.body} />
      {news.unread && (
        <ActionForm action={readOne}>
          <HiddenField name="news" value={news.id} />
          <SubmitButton look="secondary" pending="Marking…">
            Mark as read
          </SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}
