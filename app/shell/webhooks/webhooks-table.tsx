import Link from "next/link";
import { type Column, EmptyState, Table, Tag } from "@/components/ui";
import type { WebhookSeen } from "@/lib/api/webhooks/webhooks";
import { formatAgo, formatNumber } from "@/lib/format";
import { webhookStates } from "./webhook-words";

/** Webhooks with how each stands. `path`: where the page of one is. */
export function WebhooksTable(props: { hooks: readonly WebhookSeen[]; now: Date; path: string; ofAll?: boolean }) {
  const columns: Column<WebhookSeen>[] = [
    {
      key: "address",
      heading: "Address",
      rowHeader: true,
      cell: ({ id, address }) => (
        <Link href={`${props.path}/${id}`} prefetch={false} className="break-all">
          {address}
        </Link>
      ),
    },
    ...(props.ofAll
      ? [
          { key: "system", heading: "System", cell: ({ system }: WebhookSeen) => system },
          { key: "holder", heading: "Has the access of", cell: ({ holder }: WebhookSeen) => holder },
        ]
      : []),
    {
      key: "state",
      heading: "Status",
      cell: ({ state }) => <Tag colour={webhookStates[state].colour}>{webhookStates[state].label}</Tag>,
    },
    {
      key: "delivered",
      heading: "Last delivered",
      cell: ({ deliveredAt }) => (deliveredAt ? formatAgo(deliveredAt, props.now) : "Never"),
    },
    { key: "waiting", heading: "Waiting", numeric: true, cell: ({ waiting }) => formatNumber(waiting) },
    { key: "lost", heading: "Not delivered", numeric: true, cell: ({ givenUp }) => formatNumber(givenUp) },
  ];
  return (
    <Table
      caption="Webhooks"
      captionSize="m"
      columns={columns}
      rows={[...props.hooks]}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState heading="No webhooks">No other system is told what happens here.</EmptyState>}
    />
  );
}
