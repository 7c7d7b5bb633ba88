import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { EmptyState, Page, Pagination, Table, Tag, type TagColour } from "@/components/ui";
import { keptEmails, type EmailState } from "@/lib/email/queries";
import { formatDateTime } from "@/lib/format";

const aPage = 50;
const colours: Record<EmailState, TagColour> = { sent: "green", waiting: "yellow", failed: "red", bounced: "red" };

/** Every message that a demo sent, so that what was emailed can be read without a mailbox. */
export default async function KeptMailPage({ searchParams }: { searchParams: Promise<{ page?: string | string[] }> }) {
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number((await searchParams).page)) || 1));
  const kept = await keptEmails(page);
  if (!kept) notFound();
  return (
    <Page
      heading="Emails kept by this demo"
      width="wide"
      summary="These emails were not sent to anyone. Anyone who can see this demo can read them."
    >
      <Table
        caption="Messages, newest first"
        rows={kept.rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState heading="No emails yet">
            Register or ask for a new password, and the email will appear here.
          </EmptyState>
        }
        columns={[
          {
            key: "subject",
            heading: "Subject",
            cell: ({ id, subject }) => <Link href={`/dev/mail/${id}`}>{subject}</Link>,
          },
          { key: "to", heading: "To", cell: ({ to }) => to },
          { key: "queued", heading: "Written", cell: ({ queuedAt }) => formatDateTime(queuedAt) },
          { key: "state", heading: "Status", cell: ({ state }) => <Tag colour={colours[state]}>{state}</Tag> },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(kept.total / aPage))}
        hrefOf={(number) => `/dev/mail?page=${number}`}
      />
    </Page>
  );
}
