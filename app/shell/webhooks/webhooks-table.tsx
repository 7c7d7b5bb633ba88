import { EmptyState, Table } from "@/components/ui";
import type { WebhookSeen } from "@/lib/api/webhooks/webhook-standing";
import { webhookColumns } from "./webhook-columns";

/** The webhooks of one key, with how each stands. `path`: where the page of one is. */
export const WebhooksTable = (props: { hooks: readonly WebhookSeen[]; now: Date; path: string }) => (
  <Table
    caption="Webhooks"
    captionSize="m"
    columns={webhookColumns(props.now, props.path)}
    rows={[...props.hooks]}
    rowKey={({ id }) => String(id)}
    empty={<EmptyState heading="No webhooks">No other system is told what happens here.</EmptyState>}
  />
);
