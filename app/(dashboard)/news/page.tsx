import { ActionForm, EmptyState, Page, SubmitButton, Tag } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/format";
import { newsKinds } from "@/lib/news/news-kinds";
import { newsFor, type News } from "@/lib/news/queries";
import { currentUser } from "@/lib/web/session";
import { readAll } from "./actions";

/** What is new in the service, and bulletins. What the person has not marked as read is new to them. */
export default async function NewsPage() {
  const news = await newsFor(await currentUser(), now());
  const unread = news.filter((each) => each.unread).length;
  return (
    <Page heading="News" summary="What is new in the service, and bulletins from our support team.">
      {news.length === 0 && (
        <EmptyState heading="There is no news for you yet">
          We will show it here. To be sent news by email, tick it under <a href="/accounts/details">your details</a>.
        </EmptyState>
      )}
      <ul className="ct-news">
        {news.map((each) => (
          <Entry key={each.id} news={each} />
        ))}
      </ul>
      {unread > 0 && (
        <ActionForm action={readAll}>
          <SubmitButton look="secondary" pending="Marking…">
            Mark all as read
          </SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}

const Entry = ({ news }: { news: News }) => (
  <li className="ct-news__entry">
    <h2 className="nhsuk-heading-s">
      <a href={`/news/${news.id}`}>{news.title}</a>
      {news.unread && (
        <>
          {" "}
          <Tag colour="blue">New</Tag>
        </>
      )}
    </h2>
    <p className="ct-news__about">
      {newsKinds[news.kind]}, {formatDate(news.at)}
    </p>
    <p>{news.summary}</p>
  </li>
);
