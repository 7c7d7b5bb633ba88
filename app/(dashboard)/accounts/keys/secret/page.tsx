import Link from "next/link";
import { redirect } from "next/navigation";
import { keyToShow } from "@/app/shell/keys/key-once";
import { secretIsKept } from "@/app/shell/webhooks/actions";
import { ActionForm, InsetText, Page, SubmitButton } from "@/components/ui";
import { webhookSecretOf } from "@/lib/api/webhooks/webhook-secret";
import { currentUser } from "@/lib/web/session";

/** The secret of a webhook that was just added, shown once. */
export default async function WebhookSecretPage() {
  const user = await currentUser();
  const nonce = await keyToShow("webhook-secret", user.id);
  if (nonce === null) redirect("/accounts");
  return (
    <Page
      heading="Copy this secret now"
      summary="We cannot show it again. With it the other system knows that what it is told comes from us, so do not send it by email."
    >
      <InsetText>
        <p>
          <code className="break-all">{webhookSecretOf(nonce)}</code>
        </p>
      </InsetText>
      <p>
        Enter it in your other system, or give it to the people who look after that system.{" "}
        <Link href="/developers#webhooks">How a system uses a webhook</Link>
      </p>
      <ActionForm action={secretIsKept}>
        <SubmitButton>I have copied it</SubmitButton>
      </ActionForm>
    </Page>
  );
}
