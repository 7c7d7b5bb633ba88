import { notFound } from "next/navigation";
import { NewSecretPage } from "@/app/shell/webhooks/new-secret-page";
import { numberIn } from "@/lib/api/number-in";
import { webhookSeenBy } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";

/** Asks before support gives a webhook a new secret. */
export default async function AdminNewSecretPage(props: { params: Promise<{ webhook: string }> }) {
  const user = await supportUser();
  const id = numberIn((await props.params).webhook);
  const hook = await webhookSeenBy(user, id, now());
  if (!hook || hook.state === "key ended") notFound();
  return <NewSecretPage hook={hook} page={`/admin/webhooks/${id}`} />;
}
