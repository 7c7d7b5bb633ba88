import { notFound } from "next/navigation";
import { EndWebhookPage } from "@/app/shell/webhooks/end-webhook-page";
import { numberIn } from "@/lib/api/number-in";
import { webhookSeenBy } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";

/** Asks before an approver ends a webhook. */
export default async function EndOwnWebhookPage(props: { params: Promise<{ webhook: string }> }) {
  const user = await currentUser();
  const id = numberIn((await props.params).webhook);
  const hook = user.kind === "support" ? null : await webhookSeenBy(user, id, now());
  if (!hook) notFound();
  return <EndWebhookPage hook={hook} page={`/accounts/keys/webhooks/${id}`} />;
}
