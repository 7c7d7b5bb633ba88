import Link from "next/link";
import { type Column, EmptyState, Table } from "@/components/ui";
import type { KeySeen } from "@/lib/api/keys";
import { formatAgo, formatDate } from "@/lib/format";
import { keyMay, keyWhere } from "./key-words";

/** The keys that work now, each with its webhooks and the way to end it. `path`: the page that they are listed on. */
export function KeysTable({ keys, now, path }: { keys: readonly KeySeen[]; now: Date; path: string }) {
  const columns: Column<KeySeen>[] = [
    { key: "label", heading: "System", rowHeader: true, cell: ({ label }) => label },
    { key: "holder", heading: "Has the access of", cell: ({ holder }) => holder },
    { key: "for", heading: "May", cell: keyMay },
    { key: "where", heading: "Where", cell: keyWhere },
    { key: "ends", heading: "Ends", cell: ({ expiresAt }) => formatDate(expiresAt) },
    {
      key: "used",
      heading: "Last used",
      cell: ({ lastUsedAt }) => (lastUsedAt ? formatAgo(lastUsedAt, now) : "Never"),
    },
    {
      key: "webhooks",
      heading: "Webhooks",
      cell: ({ id, label, scopes }) =>
        scopes.includes("read") ? (
          <Link href={`${path}/${id}`} prefetch={false}>
            Webhooks<span className="nhsuk-u-visually-hidden"> of {label}</span>
          </Link>
        ) : (
          "None: it may not read"
        ),
    },
    {
      key: "end",
      heading: "End it",
      cell: ({ id, label }) => (
        <Link href={`${path}/${id}/end`} prefetch={false}>
          End<span className="nhsuk-u-visually-hidden"> the key of {label}</span>
        </Link>
      ),
    },
  ];
  return (
    <Table
      caption="Keys that work now"
      captionSize="m"
      columns={columns}
      rows={[...keys]}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState heading="No keys">No other system can use this service for you now.</EmptyState>}
    />
  );
}
