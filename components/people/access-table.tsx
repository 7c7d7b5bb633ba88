import { Link } from "@/components/ui/link";
import { Table, type Column } from "@/components/ui";
import { formatDate, formatDateTime } from "@/lib/format";
import type { PersonAccess } from "@/lib/people/person";
import { levelLabels } from "./words";

/** What someone has access to, with what may be done about each. */
export function AccessTable({ access, base }: { access: PersonAccess[]; base: string }) {
  const columns: Column<PersonAccess>[] = [
    { key: "place", heading: "Location or area", cell: (row) => row.place, rowHeader: true },
    { key: "level", heading: "User type", cell: (row) => levelLabels[row.level] },
    { key: "since", heading: "Since", cell: (row) => letInBy(row) },
    { key: "until", heading: "Until", cell: (row) => (row.endsAt ? formatDate(row.endsAt) : "No end date") },
    { key: "do", heading: "Change", cell: (row) => <Acts row={row} base={base} /> },
  ];
  return (
    <Table
      caption="Has access to"
      captionSize="m"
      columns={columns}
      rows={access}
      rowKey={(row) => String(row.id)}
      empty={<p>No access to any of your locations at the moment.</p>}
    />
  );
}

const letInBy = ({ grantedAt, grantedBy }: PersonAccess) =>
  `${formatDate(grantedAt)}${grantedBy ? `, by ${grantedBy}` : ""}`;

function Acts({ row, base }: { row: PersonAccess; base: string }) {
  if (!row.mayRemove && !row.mayBecome) return <>Ask the support team</>;
  return (
    <ul className="nhsuk-list">
      {row.mayBecome && (
        <li>
          <Link href={`${base}/access/${row.id}/level`}>
            Make {levelLabels[row.mayBecome]}
            <span className="nhsuk-u-visually-hidden"> at {row.place}</span>
          </Link>
        </li>
      )}
      {row.mayRemove && (
        <li>
          <Link href={`${base}/access/${row.id}/until`}>
            {row.endsAt ? "Change the last day" : "Set a last day"}
            <span className="nhsuk-u-visually-hidden"> at {row.place}</span>
          </Link>
        </li>
      )}
      {row.mayRemove && (
        <li>
          <Link href={`${base}/access/${row.id}/remove`}>
            End access<span className="nhsuk-u-visually-hidden"> to {row.place}</span>
          </Link>
        </li>
      )}
    </ul>
  );
}

const endedColumns: Column<PersonAccess>[] = [
  { key: "place", heading: "Location or area", cell: (row) => row.place, rowHeader: true },
  { key: "level", heading: "User type", cell: (row) => levelLabels[row.level] },
  { key: "since", heading: "Let in", cell: (row) => letInBy(row) },
  {
    key: "ended",
    heading: "Ended",
    cell: (row) =>
      `${formatDateTime(row.endedAt ?? row.endsAt ?? row.grantedAt)}${row.endedBy ? `, by ${row.endedBy}` : ""}`,
  },
  { key: "why", heading: "Why", cell: (row) => row.endedReason ?? "" },
];

/** What someone had access to before: who gave and ended it, and when. */
export const EndedAccessTable = ({ access }: { access: PersonAccess[] }) =>
  access.length === 0 ? null : (
    <Table
      caption="Previous access"
      captionSize="m"
      columns={endedColumns}
      rows={access}
      rowKey={(row) => String(row.id)}
    />
  );
