import Link from "next/link";
import { ActionForm, type Column, EmptyState, HiddenField, SubmitButton, Table } from "@/components/ui";
import { keyScopes } from "@/lib/api/key-scopes";
import type { KeySeen } from "@/lib/api/keys";
import { formatAgo, formatDate, formatList } from "@/lib/format";
import { endThisKey } from "./actions";

/** The keys that work now, each with its webhooks and the way to end it. `path`: the page that they are listed on. */
export function KeysTable({ keys, now, path }: { keys: readonly KeySeen[]; now: Date; path: string }) {
  const columns: Column<KeySeen>[] = [
    { key: "label", heading: "System", rowHeader: true, cell: ({ label }) => label },
    { key: "holder", heading: "Has the access of", cell: ({ holder }) => holder },
    {
      key: "for",
      heading: "May",
      cell: ({ scopes }) => formatList(scopes.map((scope) => keyScopes[scope].toLowerCase())),
    },
    { key: "where", heading: "Where", cell: ({ locations }) => formatList(locations) || "Their area" },
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
        <ActionForm action={endThisKey}>
          <HiddenField name="key" value={id} />
          <SubmitButton look="secondary" small pending="Ending…">
            End
            <span className="nhsuk-u-visually-hidden"> the key of {label}</span>
          </SubmitButton>
        </ActionForm>
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
