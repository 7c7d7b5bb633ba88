import { Details, SummaryList, Table, Tag } from "@/components/ui";
import { formatDate, formatDateTime } from "@/lib/format";
import type { PersonRecord } from "@/lib/people/support/record";
import { levelLabels } from "@/components/people/words";

const yesNo = (yes: boolean) => (yes ? "Yes" : "No");

/** Everything else that support sees of someone: where from, when, what was sent, who looked. */
export function RecordTables({ record }: { record: PersonRecord }) {
  return (
    <>
      <Details summary="Registration and settings" expander>
        <SummaryList
          rows={[
            { label: "Account since", value: formatDateTime(record.createdAt) },
            {
              label: "Registered",
              value: record.registration
                ? `${record.registration.reference}, ${formatDateTime(record.registration.completedAt)}`
                : "Made by support",
            },
            { label: "Can search for free beds", value: yesNo(record.findsCapacity) },
            { label: "Gets news", value: yesNo(record.communications) },
            {
              label: "Terms of use",
              value: record.termsAgreedAt
                ? `Version ${record.termsVersion}, agreed ${formatDate(record.termsAgreedAt)}`
                : "Not agreed yet",
            },
            {
              label: "Second factor",
              value: record.totpConfirmedAt ? `Since ${formatDate(record.totpConfirmedAt)}` : "Not set up",
            },
            {
              label: "Login details sent",
              value: record.credentialsIssuedAt ? formatDateTime(record.credentialsIssuedAt) : "None outstanding",
            },
          ]}
        />
      </Details>
      <Details summary={`Requests (${record.requests.length})`} expander>
        <Table
          caption="Requests for access"
          captionHidden
          columns={[
            { key: "place", heading: "Location or area", cell: (row) => row.place },
            { key: "level", heading: "User type", cell: (row) => levelLabels[row.level] },
            { key: "asked", heading: "Requested", cell: (row) => formatDateTime(row.requestedAt) },
            {
              key: "decided",
              heading: "Decided",
              cell: (row) =>
                row.decidedAt
                  ? `${row.decision === "approved" ? "Approved" : "Not approved"} ${formatDateTime(row.decidedAt)}${row.decidedBy ? `, by ${row.decidedBy}` : ""}`
                  : "Waiting",
            },
            { key: "why", heading: "Why", cell: (row) => row.reason ?? "" },
          ]}
          rows={record.requests}
          rowKey={(row) => String(row.id)}
          empty={<p>No requests.</p>}
        />
      </Details>
      <Details summary={`Messages sent (${record.mails.length})`} expander>
        <Table
          caption="Messages, newest first"
          captionHidden
          columns={[
            { key: "queued", heading: "Written", cell: (row) => formatDateTime(row.queuedAt) },
            { key: "subject", heading: "Subject", cell: (row) => row.subject },
            { key: "to", heading: "To", cell: (row) => row.to },
            { key: "state", heading: "Status", cell: (row) => <MailState mail={row} /> },
          ]}
          rows={record.mails}
          rowKey={(row) => row.id}
          empty={<p>No messages.</p>}
        />
      </Details>
      <Details summary={`Sessions (${record.sessions.filter(({ alive }) => alive).length} now)`} expander>
        <Table
          caption="Sessions, newest first"
          captionHidden
          columns={[
            { key: "from", heading: "Signed in", cell: (row) => formatDateTime(row.createdAt) },
            { key: "seen", heading: "Last used", cell: (row) => formatDateTime(row.seenAt) },
            {
              key: "state",
              heading: "Status",
              cell: (row) =>
                row.alive ? (
                  <Tag colour="green">Signed in</Tag>
                ) : (
                  `Over${row.endedReason ? `: ${row.endedReason}` : ", ran out"}`
                ),
            },
            { key: "who", heading: "Who was signed in", cell: (row) => row.onBehalfOf ?? "" },
            { key: "browser", heading: "Browser", cell: (row) => row.browser ?? "Not known" },
          ]}
          rows={record.sessions}
          rowKey={(row) => row.handle}
          empty={<p>Never signed in.</p>}
        />
      </Details>
      <Details summary={`Sign-ins (${record.signIns.length})`} expander>
        <Table
          caption="Attempts to sign in, newest first"
          captionHidden
          columns={[
            { key: "at", heading: "When", cell: (row) => formatDateTime(row.at) },
            { key: "result", heading: "Result", cell: (row) => row.result },
            { key: "address", heading: "From", cell: (row) => row.address ?? "Not known" },
            { key: "browser", heading: "Browser", cell: (row) => row.browser ?? "Not known" },
          ]}
          rows={record.signIns}
          rowKey={(row) => row.id}
          empty={<p>No attempts.</p>}
        />
      </Details>
      <Details summary={`Who opened this record (${record.looks.length})`} expander>
        <Table
          caption="Who opened this record, newest first"
          captionHidden
          columns={[
            { key: "at", heading: "When", cell: (row) => formatDateTime(row.at) },
            { key: "by", heading: "Who", cell: (row) => row.by },
            { key: "why", heading: "Why", cell: (row) => row.reason ?? "" },
          ]}
          rows={record.looks}
          rowKey={(row) => row.id}
        />
      </Details>
    </>
  );
}

function MailState({ mail }: { mail: PersonRecord["mails"][number] }) {
  if (mail.bouncedAt) return <Tag colour="red">Came back {formatDateTime(mail.bouncedAt)}</Tag>;
  if (mail.sentAt) return <>Sent {formatDateTime(mail.sentAt)}</>;
  if (mail.failedAt) return <Tag colour="red">Not delivered</Tag>;
  return <Tag colour="yellow">Waiting{mail.attempts > 0 ? `, tried ${mail.attempts} times` : ""}</Tag>;
}
