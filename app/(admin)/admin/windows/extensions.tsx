import { EmptyState, Table } from "@/components/ui";
import { formatDate, formatMonth } from "@/lib/format";
import type { decisions } from "@/lib/windows/support/queries";
import { EndLink } from "./end-link";

/** The windows that were kept open longer, for whom and why. */
export function Extensions({ rows }: { rows: Awaited<ReturnType<typeof decisions>>["extensions"] }) {
  return (
    <Table
      caption="Extensions"
      captionSize="m"
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState heading="No windows have been extended" />}
      columns={[
        { key: "month", heading: "Window", cell: (row) => formatMonth(row.month.toISOString().slice(0, 7)) },
        {
          key: "until",
          heading: "Closes at the end of",
          cell: (row) => formatDate(row.lastDay.toISOString().slice(0, 10)),
        },
        { key: "for", heading: "For", cell: (row) => row.location ?? "All locations" },
        { key: "reason", heading: "Reason", cell: (row) => row.reason },
        {
          key: "state",
          heading: "Status",
          cell: (row) => <EndLink endedAt={row.endedAt} what="extension" id={row.id} />,
        },
      ]}
    />
  );
}
