import { Link } from "@/components/ui/link";
import { EmailText } from "./email-text";
import { Tag, type Column } from "@/components/ui";
import { kindLabel } from "@/lib/access/kinds";
import { formatAgo, formatDateTime } from "@/lib/format";
import type { ListedRequest } from "@/lib/registrations/listed-request";

/** Requests as lists show them: who, for what, as what, since when. */
export const requestColumns = (now: Date, lateAfterHours: number): Column<ListedRequest>[] => [
  {
    key: "name",
    heading: "Name",
    rowHeader: true,
    cell: (row) => (
      <>
        <Link href={`/accounts/requests/${row.id}`}>{row.name}</Link>
        <div className="nhsuk-body-s nhsuk-u-margin-bottom-0">
          <EmailText email={row.email} />
        </div>
      </>
    ),
  },
  { key: "place", heading: "Access to", cell: (row) => row.place },
  { key: "kind", heading: "Provider type", cell: (row) => kindLabel(row.kind) },
  { key: "level", heading: "User type", cell: (row) => (row.level === "approver" ? "Approver" : "Standard") },
  { key: "asked", heading: "Requested", cell: (row) => <Age row={row} now={now} lateAfterHours={lateAfterHours} /> },
];

const outcomes = {
  approved: { label: "Approved", colour: "green" },
  rejected: { label: "Rejected", colour: "red" },
  withdrawn: { label: "Withdrawn", colour: "grey" },
} as const;

function Age({ row, now, lateAfterHours }: { row: ListedRequest; now: Date; lateAfterHours: number }) {
  if (row.decidedAt)
    return (
      <>
        <Tag colour={outcomes[row.decision ?? "rejected"].colour}>{outcomes[row.decision ?? "rejected"].label}</Tag>
        <div className="nhsuk-body-s nhsuk-u-margin-bottom-0">{formatAgo(row.decidedAt, now)}</div>
      </>
    );
  const late = now.getTime() - row.requestedAt.getTime() > lateAfterHours * 3_600_000;
  return (
    <>
      <time dateTime={row.requestedAt.toISOString()} title={formatDateTime(row.requestedAt)}>
        {formatAgo(row.requestedAt, now)}
      </time>
      {late && (
        <div>
          <Tag colour="orange">Over {lateAfterHours} hours</Tag>
        </div>
      )}
    </>
  );
}
