import { ActionForm, type Column, EmptyState, HiddenField, SubmitButton, Table, Tag } from "@/components/ui";
import type { DeliverySeen } from "@/lib/api/webhooks/deliveries";
import { formatCount, formatDateTime } from "@/lib/format";
import { sendWebhookAgain } from "./actions";
import { deliveryStates, eventInWords } from "./webhook-words";

/** The latest of what a webhook was sent, each with how it went and the way to send it again. */
export function DeliveriesTable({ deliveries, sends }: { deliveries: readonly DeliverySeen[]; sends: boolean }) {
  const columns: Column<DeliverySeen>[] = [
    { key: "what", heading: "What happened", rowHeader: true, cell: ({ type }) => eventInWords(type) },
    {
      key: "where",
      heading: "Where",
      cell: ({ location, type }) => location ?? (type === "test" ? "No location" : "All locations"),
    },
    { key: "when", heading: "When", cell: ({ at }) => formatDateTime(at) },
    {
      key: "state",
      heading: "Status",
      cell: ({ state }) => <Tag colour={deliveryStates[state].colour}>{deliveryStates[state].label}</Tag>,
    },
    { key: "how", heading: "How it went", cell: howItWent },
    ...(sends
      ? [
          {
            key: "again",
            heading: "Send again",
            cell: ({ id, type, location, state }: DeliverySeen) =>
              state === "waiting" ? (
                "It is on its way"
              ) : (
                <ActionForm action={sendWebhookAgain}>
                  <HiddenField name="delivery" value={id} />
                  <SubmitButton look="secondary" small pending="Sending…">
                    Send again
                    <span className="nhsuk-u-visually-hidden">
                      : {eventInWords(type)} {location}
                    </span>
                  </SubmitButton>
                </ActionForm>
              ),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption="Latest deliveries"
      captionSize="m"
      columns={columns}
      rows={[...deliveries]}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState heading="Nothing yet">What it is sent is listed here, for 90 days.</EmptyState>}
    />
  );
}

function howItWent({ state, attempts, deliveredAt, nextTryAt, lastError }: DeliverySeen): string {
  const tries = formatCount("try", attempts, "tries");
  if (deliveredAt) return `Arrived at ${formatDateTime(deliveredAt)}, after ${tries}`;
  if (state === "given up") return `${lastError ?? "It was not accepted"}. We have stopped after ${tries}`;
  if (attempts === 0 || !nextTryAt) return "It will be sent within a minute";
  return `${lastError ?? "We are sending it now"}. Next try at ${formatDateTime(nextTryAt)}`;
}
