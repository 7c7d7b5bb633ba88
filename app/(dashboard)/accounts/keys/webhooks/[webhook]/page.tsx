import { notFound } from "next/navigation";
import { WebhookPage } from "@/app/shell/webhooks/webhook-page";
import { numberIn } from "@/lib/api/number-in";
import { deliveriesSeenBy } from "@/lib/api/webhooks/deliveries";
import { webhookSeenBy } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";

/** One webhook of a key that an approver may end. */
export default async function OwnWebhookPage(props: {
  params: Promise<{ webhook: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const user = await currentUser();
  const time = now();
  const id = numberIn((await props.params).webhook);
  const hook = user.kind === "support" ? null : await webhookSeenBy(user, id, time);
  if (!hook) notFound();
  const deliveries = await deliveriesSeenBy(user, id, time);
  const back = { href: `/accounts/keys/${hook.keyId}`, label: "Webhooks of this key" };
  const { done } = await props.searchParams;
  return (
    <WebhookPage hook={hook} path={`/accounts/keys/webhooks/${id}`} deliveries={deliveries} back={back} done={done} />
  );
}
