import { notFound } from "next/navigation";
import { WebhookPage } from "@/app/shell/webhooks/webhook-page";
import { numberIn } from "@/lib/api/number-in";
import { deliveriesSeenBy } from "@/lib/api/webhooks/deliveries";
import { webhookSeenBy } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";

/** One webhook, whoever’s it is, and what it was sent. */
export default async function AdminWebhookPage(props: {
  params: Promise<{ webhook: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const user = await supportUser();
  const time = now();
  const id = numberIn((await props.params).webhook);
  const hook = await webhookSeenBy(user, id, time);
  if (!hook) notFound();
  const deliveries = await deliveriesSeenBy(user, id, time);
  const back = { href: "/admin/webhooks", label: "Webhooks" };
  const { done } = await props.searchParams;
  return <WebhookPage hook={hook} path={`/admin/webhooks/${id}`} deliveries={deliveries} back={back} done={done} />;
}
