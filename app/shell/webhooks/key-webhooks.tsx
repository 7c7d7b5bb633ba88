import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { ActionForm, CheckboxesField, HiddenField, Page, SubmitButton, TextField } from "@/components/ui";
import type { KeySeen } from "@/lib/api/keys";
import { webhookEvents } from "@/lib/api/webhooks/webhook-events";
import type { WebhookSeen } from "@/lib/api/webhooks/webhook-standing";
import { addThisWebhook } from "./actions";
import { WebhooksTable } from "./webhooks-table";

/** The webhooks of one key, and the way to add another. `keys`: the page of all keys. `path`: where one webhook is. */
export function KeyWebhooksPage(props: {
  apiKey: KeySeen;
  hooks: readonly WebhookSeen[];
  now: Date;
  keys: string;
  path: string;
}) {
  const { apiKey, hooks, now } = props;
  return (
    <Page
      heading={`Webhooks of ${apiKey.label}`}
      back={{ href: props.keys, label: "Keys for other systems" }}
      width="wide"
      summary="A webhook tells the other system as soon as something happens, so that it does not have to keep asking."
    >
      <HowTo of="webhooks" />
      <p>
        It hears only what the key may read, and stops when the key stops. It is told what happened and where to read
        it, never figures or names of people. <Link href="/developers#webhooks">How a system uses a webhook</Link>
      </p>
      <WebhooksTable hooks={hooks} now={now} path={props.path} />
      <h2 className="nhsuk-heading-m">Add a webhook</h2>
      <ActionForm action={addThisWebhook}>
        <HiddenField name="key" value={apiKey.id} />
        <TextField
          name="address"
          label="Address that we send to"
          hint="It begins with https:// and comes from the people who look after the other system"
          autoComplete="off"
          width={30}
        />
        <CheckboxesField
          name="events"
          label="What it is told"
          choices={Object.entries(webhookEvents).map(([value, label]) => ({ value, label }))}
        />
        <SubmitButton pending="Adding the webhook…">Add the webhook</SubmitButton>
      </ActionForm>
    </Page>
  );
}
