import { Table } from "@/components/ui";
import { formatNumber } from "@/lib/format";
import type { wouldClear } from "@/lib/jobs/clean-up";

/** What the next clean-up would delete, to look at before it does. */
export function WouldClear({ rows }: { rows: Awaited<ReturnType<typeof wouldClear>> }) {
  return (
    <Table
      caption="What would be deleted now"
      captionSize="m"
      rows={rows}
      rowKey={({ what }) => what}
      columns={[
        {
          key: "what",
          heading: "What",
          rowHeader: true,
          cell: ({ what }) => what.replace(/^./, (first) => first.toUpperCase()),
        },
        { key: "kept", heading: "Kept for", cell: ({ kept }) => kept },
        { key: "count", heading: "To clear", numeric: true, cell: ({ count }) => formatNumber(count) },
      ]}
    />
  );
}
