import { ActionForm, type Column, EmptyState, HiddenField, SubmitButton, Table } from "@/components/ui";
import { keyScopes } from "@/lib/api/key-scopes";
import type { KeySeen } from "@/lib/api/keys";
import { formatAgo, formatDate, formatList } from "@/lib/format";
import { endThisKey } from "./actions";

/** The keys that work now, each with the way to end it. */
export function KeysTable({ keys, now }: { keys: readonly KeySeen[]; now: Date }) {
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
