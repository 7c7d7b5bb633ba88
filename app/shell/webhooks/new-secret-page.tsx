import { Link } from "@/components/ui/link";
import { ActionForm, ButtonGroup, HiddenField, Page, SubmitButton } from "@/components/ui";
import { earlierSecretHours } from "@/lib/api/webhooks/change-webhook-secret";
import type { WebhookSeen } from "@/lib/api/webhooks/webhook-standing";
import { changeThisSecret } from "./actions";

/** Asks before a webhook gets a new secret, and says what happens to the old one. `page`: where the webhook itself is. */
export function NewSecretPage({ hook: { id, system }, page }: { hook: WebhookSeen; page: string }) {
  return (
    <Page heading={`Change the secret of ${system}`} back={{ href: page, label: `Webhook of ${system}` }}>
      <p>
        We will show you a new secret, once. For {earlierSecretHours} hours we sign what we send with the old secret and
        the new one, so that {system} misses nothing while its people enter the new one. After that the old secret
        stops.
      </p>
      <p>
        If someone else may have the old secret, do not wait: end this webhook and add a new one with the same address.
      </p>
      <ActionForm action={changeThisSecret}>
        <HiddenField name="webhook" value={id} />
        <ButtonGroup>
          <SubmitButton pending="Making the secret…">Make a new secret</SubmitButton>
          <Link href={page}>Cancel</Link>
        </ButtonGroup>
      </ActionForm>
    </Page>
  );
}
