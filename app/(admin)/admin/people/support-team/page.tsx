import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import {
  ActionForm,
  EmptyState,
  HiddenField,
  NotificationBanner,
  Page,
  SubmitButton,
  Table,
  TextareaField,
  TextField,
} from "@/components/ui";
import { EmailText } from "@/components/people/email-text";
import { now } from "@/lib/clock";
import { formatAgo, formatDate, formatDateTime } from "@/lib/format";
import { supportTeam } from "@/lib/people/support/queries";
import { supportUser } from "@/lib/web/session";
import { decideSupportProposal, proposeForSupport } from "@/app/(admin)/admin/people/actions";

const saidAfter: Record<string, string> = {
  proposed: "Proposed. Another member of the team must confirm it.",
  approved: "Confirmed. We have emailed the login details.",
  rejected: "Not confirmed. No account was created.",
};

/** Who is in the support team, and who is proposed: it takes two people. */
export default async function SupportTeamPage(props: { searchParams: Promise<{ done?: string }> }) {
  const user = await supportUser();
  const { members, proposals } = await supportTeam(user);
  const { done = "" } = await props.searchParams;
  const open = proposals.filter(({ decidedAt }) => decidedAt === null);
  const decided = proposals.filter(({ decidedAt }) => decidedAt !== null);
  const said = saidAfter[done];
  return (
    <Page
      heading="The support team"
      caption="People"
      summary="Support can see every location and every account. One member of the team proposes a new member and another confirms."
      back={{ href: "/admin/people", label: "People" }}
      width="wide"
      banner={said && <NotificationBanner heading={said} success />}
    >
      <HowTo of="support-team" />
      <h2 className="nhsuk-heading-m">Waiting to be confirmed</h2>
      {open.length === 0 && (
        <EmptyState heading="No one has been proposed">Proposals wait here for a second person to confirm.</EmptyState>
      )}
      {open.map((proposal) => (
        <section key={proposal.id} aria-labelledby={`proposal-${proposal.id}`} className="nhsuk-u-margin-bottom-5">
          <h3 className="nhsuk-heading-s" id={`proposal-${proposal.id}`}>
            {proposal.fullName}, {proposal.jobTitle}
          </h3>
          <p>
            {proposal.email}, {proposal.telephone}. Proposed by {proposal.askedBy.fullName} at{" "}
            {formatDateTime(proposal.askedAt)}: {proposal.reason}
          </p>
          <ActionForm action={decideSupportProposal}>
            <HiddenField name="proposal" value={String(proposal.id)} />
            <div className="nhsuk-button-group">
              {proposal.askedById !== user.id && (
                <SubmitButton name="decision" value="approved" pending="Confirming…">
                  Confirm {proposal.fullName}
                </SubmitButton>
              )}
              <SubmitButton name="decision" value="rejected" look="secondary" pending="Just a moment…">
                {proposal.askedById === user.id ? "Withdraw the proposal" : "Do not confirm"}
              </SubmitButton>
            </div>
          </ActionForm>
        </section>
      ))}
      <Table
        caption="The team now"
        captionSize="m"
        columns={[
          { key: "name", heading: "Name", cell: (row) => <Link href={`/admin/people/${row.id}`}>{row.fullName}</Link> },
          { key: "email", heading: "Email address", cell: (row) => <EmailText email={row.email} /> },
          { key: "since", heading: "Since", cell: (row) => formatDate(row.createdAt) },
          {
            key: "signedIn",
            heading: "Last signed in",
            cell: (row) => (row.lastSignedInAt ? formatAgo(row.lastSignedInAt, now()) : "Never"),
          },
        ]}
        rows={members}
        rowKey={(row) => String(row.id)}
      />
      <h2 className="nhsuk-heading-m">Propose someone</h2>
      <ActionForm action={proposeForSupport} autoComplete="off">
        <TextField name="fullName" label="Name" width={30} />
        <TextField name="email" type="email" label="Email address" width={30} spellCheck={false} />
        <TextField name="telephone" type="tel" label="Telephone number" width={20} />
        <TextField name="jobTitle" label="Job title" width={30} />
        <TextareaField name="reason" label="Why do they need this access?" rows={2} limit={500} />
        <SubmitButton pending="Proposing…">Propose for the support team</SubmitButton>
      </ActionForm>
      {decided.length > 0 && (
        <Table
          caption="Past decisions"
          captionSize="m"
          columns={[
            {
              key: "name",
              heading: "Name",
              cell: (row) => <span className="wrap-anywhere">{`${row.fullName} (${row.email})`}</span>,
            },
            { key: "asked", heading: "Proposed by", cell: (row) => row.askedBy.fullName },
            {
              key: "decided",
              heading: "Decided",
              cell: (row) =>
                `${row.decision === "approved" ? "Confirmed" : "Not confirmed"} by ${row.decidedBy?.fullName ?? ""}, ${row.decidedAt ? formatDateTime(row.decidedAt) : ""}`,
            },
          ]}
          rows={decided}
          rowKey={(row) => String(row.id)}
        />
      )}
    </Page>
  );
}
