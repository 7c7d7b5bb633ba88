import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { ButtonLink, EmptyState, Page, Table, Tag } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate, formatDateTime, formatNumber } from "@/lib/format";
import { isNewsKind, newsKinds } from "@/lib/news/news-kinds";
import { newsState, newsWritten, type WrittenNews } from "@/lib/news/support/queries";
import { supportUser } from "@/lib/web/session";
import { newsStateTags } from "./states";

/** Everything that support has written: what is out, what waits for its date, and drafts. */
export default async function NewsWrittenPage() {
  const user = await supportUser();
  const time = now();
  return (
    <Page
      heading="News"
      caption="Admin"
      summary="What is new in the service, and bulletins."
      back={{ href: "/admin", label: "Admin" }}
      width="wide"
      actions={<ButtonLink href="/admin/news/new">Write news</ButtonLink>}
    >
      <HowTo of="write-news" />
      <Table
        caption="All news"
        captionSize="m"
        rows={await newsWritten(user)}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState heading="No news has been written yet" />}
        columns={[
          { key: "title", heading: "Title", cell: ({ id, title }) => <Link href={`/admin/news/${id}`}>{title}</Link> },
          { key: "kind", heading: "Kind", cell: ({ kind }) => (isNewsKind(kind) ? newsKinds[kind] : kind) },
          { key: "state", heading: "State", cell: (row) => <State news={row} now={time} /> },
          { key: "since", heading: "Shown from", cell: (row) => since(row) },
          {
            key: "email",
            heading: "Email",
            cell: ({ byEmail, emailedAt }) =>
              emailedAt ? `Sent ${formatDateTime(emailedAt)}` : byEmail ? "To be sent" : "No",
          },
          { key: "read", heading: "Marked as read", cell: ({ _count }) => formatNumber(_count.readBy), numeric: true },
        ]}
      />
    </Page>
  );
}

function State({ news, now: time }: { news: WrittenNews; now: Date }) {
  const { label, colour } = newsStateTags[newsState(news, time)];
  return <Tag colour={colour}>{label}</Tag>;
}

const since = ({ showsFrom, publishedAt }: WrittenNews) => {
  const from = showsFrom ?? publishedAt;
  return from ? formatDate(from) : "When it is published";
};
