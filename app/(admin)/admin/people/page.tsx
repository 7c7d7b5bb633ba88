import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { EmailText } from "@/components/people/email-text";
import { ListSearchForm } from "@/components/tables";
import { ContentsList, EmptyState, Page, Table, Tag, type Column } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { formatAgo, formatList } from "@/lib/format";
import { closingRequestsWaiting } from "@/lib/people/closing-requests";
import { findPeople, type FoundPerson } from "@/lib/people/support/find-people";
import { supportUser } from "@/lib/web/session";

/** Finds anyone with an account, by anything. */
export default async function AdminPeoplePage(props: { searchParams: Promise<{ words?: string | string[] }> }) {
  const user = await supportUser();
  const words = ([(await props.searchParams).words].flat()[0] ?? "").slice(0, 200);
  const time = now();
  const [{ rows, more }, asked] = await Promise.all([findPeople(user, words, time), closingRequestsWaiting(user)]);
  return (
    <Page heading="People" caption="Admin" back={{ href: "/admin", label: "Admin" }} width="wide">
      <HowTo of="people" />
      <ListSearchForm
        path="/admin/people"
        press="Find"
        sought={{
          label: "Find a person",
          hint: "A name, email address, telephone number, job, location, provider, CQC or ODS code, or registration reference",
          value: words,
        }}
      />
      {words.trim() !== "" && (
        <>
          <p role="status">
            {rows.length === 0 ? "No one" : rows.length} found
            {more && ", and there are more. Type more of the name to see fewer"}
          </p>
          <Table
            caption="People found"
            captionHidden
            columns={columns(time)}
            rows={rows}
            rowKey={(row) => String(row.id)}
            empty={
              <EmptyState heading="No accounts match your search">
                They may still be waiting: check <Link href="/admin/registrations">registrations</Link>.
              </EmptyState>
            }
          />
        </>
      )}
      {asked.length > 0 && <ClosingWaiting requests={asked} time={time} />}
      <h2 className="nhsuk-heading-m">More about people</h2>
      <ContentsList
        pages={[
          { label: "Everyone: filter, sort and download", href: "/accounts/people" },
          { label: "The support team", href: "/admin/people/support-team" },
          { label: "Shared accounts", href: "/admin/shared-accounts" },
          { label: "Registrations waiting", href: "/admin/registrations" },
          { label: "Pre-register managers from a spreadsheet", href: "/admin/pre-registration" },
          { label: "Audit", href: "/admin/audit" },
        ]}
      />
    </Page>
  );
}

type Asked = Awaited<ReturnType<typeof closingRequestsWaiting>>;

const ClosingWaiting = ({ requests, time }: { requests: Asked; time: Date }) => (
  <Table
    caption="Approvers that another approver has asked you to remove"
    captionSize="m"
    columns={[
      {
        key: "name",
        heading: "Name",
        rowHeader: true,
        cell: ({ account }) => <Link href={`/admin/people/${account.id}`}>{account.fullName}</Link>,
      },
      { key: "places", heading: "Approver for", cell: ({ places }) => formatList(places) },
      { key: "by", heading: "Asked by", cell: ({ askedBy }) => askedBy.fullName },
      { key: "at", heading: "Requested", cell: ({ askedAt }) => formatAgo(askedAt, time) },
      { key: "why", heading: "Why", cell: ({ reason }) => reason },
    ]}
    rows={requests}
    rowKey={({ id }) => String(id)}
  />
);

const columns = (time: Date): Column<FoundPerson>[] => [
  {
    key: "name",
    heading: "Name",
    rowHeader: true,
    cell: (row) => (
      <>
        <Link href={`/admin/people/${row.id}`}>{row.name}</Link>
        <div className="nhsuk-body-s">
          <EmailText email={row.email} />
        </div>
      </>
    ),
  },
  { key: "kind", heading: "Works for", cell: (row) => kindLabel(row.kind) + (row.generic ? ", shared" : "") },
  { key: "places", heading: "Access to", cell: (row) => row.places ?? "Nothing now" },
  {
    key: "signedIn",
    heading: "Last signed in",
    cell: (row) => (row.lastSignedInAt ? formatAgo(row.lastSignedInAt, time) : "Never"),
  },
  { key: "state", heading: "Account", cell: (row) => (row.deactivatedAt ? <Tag colour="grey">Closed</Tag> : "Open") },
];
