import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { CopyNow } from "@/app/shell/keys/copy-now";
import { toShowOnce } from "@/app/shell/keys/shown-once";
import { secretIsKept } from "@/app/shell/webhooks/actions";
import { webhookSecretOf } from "@/lib/api/webhooks/webhook-secret";
import { currentUser } from "@/lib/web/session";

/** The secret of a webhook that was just added, shown once. */
export default async function WebhookSecretPage() {
  const user = await currentUser();
  const nonce = await toShowOnce("webhook-secret", user.id);
  if (nonce === null) redirect("/accounts");
  return (
    <CopyNow
      what="secret"
      summary="It shows the other system that messages come from us, so do not send it by email."
      value={webhookSecretOf(nonce)}
      kept={secretIsKept}
      help={<Link href="/developers#webhooks">How a system uses a webhook</Link>}
    />
  );
}
