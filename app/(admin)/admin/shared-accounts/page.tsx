import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { ButtonLink, EmptyState, Page, Table, Tag } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { formatAgo } from "@/lib/format";
import { sharedAccounts } from "@/lib/people/support/queries";
import { supportUser } from "@/lib/web/session";

/** Accounts that several people share. */
export default async function SharedAccountsPage() {
  const user = await supportUser();
  const accounts = await sharedAccounts(user, now());
  return (
    <Page heading="Shared accounts" caption="Admin" back={{ href: "/admin/people", label: "People" }} width="wide">
      <HowTo of="shared-accounts" />
      <p>
        A shared account is for a desk that different people use. It has Standard access to individual locations and is
        never an approver. At each sign-in it shows a disclaimer and asks who is using it, and we record that name. You
        cannot prove later who it was, so give people their own accounts where you can.
      </p>
      <ButtonLink href="/admin/shared-accounts/new">Make a shared account</ButtonLink>
      <Table
        caption="Shared accounts"
        columns={[
          { key: "name", heading: "Name", cell: (row) => <Link href={`/admin/people/${row.id}`}>{row.fullName}</Link> },
          { key: "email", heading: "Email address", cell: (row) => row.email },
          { key: "kind", heading: "Works for", cell: (row) => kindLabel(row.kind) },
          {
            key: "places",
            heading: "Access to",
            cell: (row) => row.access.map(({ location }) => location?.name ?? "").join(", ") || "Nothing now",
          },
          {
            key: "signedIn",
            heading: "Last signed in",
            cell: (row) => (row.lastSignedInAt ? formatAgo(row.lastSignedInAt, now()) : "Never"),
          },
          {
            key: "state",
            heading: "Account",
            cell: (row) => (row.deactivatedAt ? <Tag colour="grey">Closed</Tag> : "Open"),
          },
        ]}
        rows={accounts}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState heading="There are no shared accounts yet">
            Create one when an organisation asks for it.
          </EmptyState>
        }
      />
    </Page>
  );
}
