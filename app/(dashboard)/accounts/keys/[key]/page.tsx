import { notFound } from "next/navigation";
import { KeyWebhooksPage } from "@/app/shell/webhooks/key-webhooks";
import { keySeenBy } from "@/lib/api/keys";
import { numberIn } from "@/lib/api/number-in";
import { webhooksOfKey } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";

/** The webhooks of a key that an approver may end. */
export default async function KeyPage(props: { params: Promise<{ key: string }> }) {
  const user = await currentUser();
  const time = now();
  const id = numberIn((await props.params).key);
  const key = user.kind === "support" ? null : await keySeenBy(user, id, time);
  if (!key) notFound();
  const hooks = await webhooksOfKey(user, id, time);
  return <KeyWebhooksPage apiKey={key} hooks={hooks} now={time} keys="/accounts/keys" path="/accounts/keys/webhooks" />;
}
