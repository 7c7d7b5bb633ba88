import { Page, Table } from "@/components/ui";
import { exampleEmails } from "@/lib/email/examples";
import { supportUser } from "@/lib/web/session";
import { templateLabel } from "@/app/(admin)/admin/mail/states";

const path = "/admin/mail/messages";

/** Every email that the service sends. Support can read each with made-up facts before anyone is sent it. */
export default async function MessagesPage() {
  const user = await supportUser();
  return (
    <Page
      heading="Messages that the service sends"
      summary="Each example uses made-up names and dates. Nothing is sent from this page."
      width="wide"
      back={{ href: "/admin/mail", label: "Emails" }}
    >
      <Table
        caption="Messages"
        captionHidden
        rows={exampleEmails(user)}
        rowKey={({ template }) => template}
        columns={[
          {
            key: "kind",
            heading: "Message",
            rowHeader: true,
            cell: ({ template }) => <a href={`${path}/${template}`}>{templateLabel(template)}</a>,
          },
          { key: "subject", heading: "Example of its subject", cell: ({ subject }) => subject },
        ]}
      />
    </Page>
  );
}
