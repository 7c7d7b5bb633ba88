import { notFound } from "next/navigation";
import { KeyWebhooksPage } from "@/app/shell/webhooks/key-webhooks";
import { keySeenBy } from "@/lib/api/keys";
import { numberIn } from "@/lib/api/number-in";
import { webhooksOfKey } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";

/** The webhooks of any key, for support: the only way to one for an area's key. */
export default async function AdminKeyPage(props: { params: Promise<{ key: string }> }) {
  const user = await supportUser();
  const time = now();
  const id = numberIn((await props.params).key);
  const key = await keySeenBy(user, id, time);
  if (!key) notFound();
  const hooks = await webhooksOfKey(user, id, time);
  return <KeyWebhooksPage apiKey={key} hooks={hooks} now={time} keys="/admin/keys" path="/admin/webhooks" />;
}
