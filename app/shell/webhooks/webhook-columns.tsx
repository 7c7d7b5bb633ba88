import { Link } from "@/components/ui/link";
import { type Column, Tag } from "@/components/ui";
import type { WebhookSeen } from "@/lib/api/webhooks/webhook-standing";
import { formatAgo, formatNumber } from "@/lib/format";
import { webhookStates } from "./webhook-words";

/** How a list shows webhooks; of every key, it says whose each is. `path`: where the page of one is. */
export const webhookColumns = (now: Date, path: string, ofAll = false): Column<WebhookSeen>[] => [
  {
    key: "address",
    heading: "Address",
    rowHeader: true,
    cell: ({ id, address }) => (
      <Link href={`${path}/${id}`} className="break-all">
        {address}
      </Link>
    ),
  },
  ...(ofAll
    ? [
        { key: "system", heading: "System", cell: ({ system }: WebhookSeen) => system },
        { key: "holder", heading: "Uses the access of", cell: ({ holder }: WebhookSeen) => holder },
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
    cell: ({ deliveredAt }) => (deliveredAt ? formatAgo(deliveredAt, now) : "Never"),
  },
  { key: "waiting", heading: "Waiting", numeric: true, cell: ({ waiting }) => formatNumber(waiting) },
  { key: "lost", heading: "Not delivered", numeric: true, cell: ({ givenUp }) => formatNumber(givenUp) },
];
