import { notFound } from "next/navigation";
import { NewSecretPage } from "@/app/shell/webhooks/new-secret-page";
import { numberIn } from "@/lib/api/number-in";
import { webhookSeenBy } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";

/** Asks before an approver gives a webhook a new secret. */
export default async function NewOwnSecretPage(props: { params: Promise<{ webhook: string }> }) {
  const user = await currentUser();
  const id = numberIn((await props.params).webhook);
  const hook = user.kind === "support" ? null : await webhookSeenBy(user, id, now());
  if (!hook || hook.state === "key ended") notFound();
  return <NewSecretPage hook={hook} page={`/accounts/keys/webhooks/${id}`} />;
}
