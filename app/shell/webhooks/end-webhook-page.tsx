import { Link } from "@/components/ui/link";
import { ActionForm, ButtonGroup, HiddenField, Page, SubmitButton, SummaryList } from "@/components/ui";
import type { WebhookSeen } from "@/lib/api/webhooks/webhook-standing";
import { formatCount } from "@/lib/format";
import { switchThisWebhook } from "./actions";
import { eventInWords } from "./webhook-words";

/** Asks before a webhook is ended, and says what stops. `page`: where the webhook itself is. */
export function EndWebhookPage({ hook, page }: { hook: WebhookSeen; page: string }) {
  const { id, system, address, events, waiting, state } = hook;
  return (
    <Page heading={`End this webhook of ${system}`} back={{ href: page, label: `Webhook of ${system}` }}>
      <p>
        We will send nothing more to this address, straight away
        {waiting > 0 && `, not even the ${formatCount("message", waiting)} still waiting to be sent`}. You cannot undo
        this: to tell {system} again, add a new webhook, which will have a new secret.
      </p>
      {state !== "key ended" && <p>Its key keeps working: {system} can still do what the key allows.</p>}
      <SummaryList
        rows={[
          { label: "Address", value: <span className="break-all">{address}</span> },
          { label: "No longer told", value: events.map(eventInWords).join("; ") },
        ]}
      />
      <ActionForm action={switchThisWebhook}>
        <HiddenField name="webhook" value={id} />
        <HiddenField name="to" value="end" />
        <ButtonGroup>
          <SubmitButton look="warning" pending="Ending…">
            End this webhook
          </SubmitButton>
          <Link href={page}>Cancel</Link>
        </ButtonGroup>
      </ActionForm>
    </Page>
  );
}
