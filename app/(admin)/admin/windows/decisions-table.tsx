import { EmptyState, Table, type Column } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import { EndLink } from "./end-link";

/** Something that support decided about one location and can withdraw. */
interface Decision {
  id: number;
  location: string;
  reason: string;
  by: string;
  at: Date;
  endedAt: Date | null;
}

/** What support decided about locations, each with its reason, who recorded it and a link to end it. */
export function DecisionsTable<Row extends Decision>(props: {
  caption: string;
  what: "accepted" | "excuse";
  rows: Row[];
  /** What stands between the location and the reason. */
  columns: Column<Row>[];
  none: string;
}) {
  const { caption, what, rows, columns, none } = props;
  return (
    <Table
      caption={caption}
      captionSize="m"
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState heading={none} />}
      columns={[
        { key: "location", heading: "Location", cell: (row) => row.location },
        ...columns,
        { key: "reason", heading: "Reason", cell: (row) => row.reason },
        { key: "by", heading: "Recorded", cell: (row) => `${row.by}, ${formatDateTime(row.at)}` },
        { key: "state", heading: "Status", cell: (row) => <EndLink endedAt={row.endedAt} what={what} id={row.id} /> },
      ]}
    />
  );
}
