import { notFound } from "next/navigation";
import { EndWebhookPage } from "@/app/shell/webhooks/end-webhook-page";
import { numberIn } from "@/lib/api/number-in";
import { webhookSeenBy } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";

/** Asks before support ends a webhook. */
export default async function AdminEndWebhookPage(props: { params: Promise<{ webhook: string }> }) {
  const user = await supportUser();
  const id = numberIn((await props.params).webhook);
  const hook = await webhookSeenBy(user, id, now());
  if (!hook) notFound();
  return <EndWebhookPage hook={hook} page={`/admin/webhooks/${id}`} />;
}
