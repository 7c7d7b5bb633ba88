import { EmptyState, Table } from "@/components/ui";
import type { KeySeen } from "@/lib/api/keys";
import { keyColumns } from "./key-columns";

/** The keys that work now, for an approver. `path`: the page that they are listed on. */
export const KeysTable = ({ keys, now, path }: { keys: readonly KeySeen[]; now: Date; path: string }) => (
  <Table
    caption="Keys that work now"
    captionSize="m"
    columns={keyColumns(now, path)}
    rows={[...keys]}
    rowKey={({ id }) => String(id)}
    empty={<EmptyState heading="No keys">No other system can use this service for you now.</EmptyState>}
  />
);
