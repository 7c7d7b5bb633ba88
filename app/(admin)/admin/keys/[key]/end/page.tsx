import { notFound } from "next/navigation";
import { EndKeyPage } from "@/app/shell/keys/end-key-page";
import { keySeenBy } from "@/lib/api/keys";
import { numberIn } from "@/lib/api/number-in";
import { webhooksOfKey } from "@/lib/api/webhooks/webhooks";
import { now } from "@/lib/clock";
import { supportUser } from "@/lib/web/session";

/** Asks before support ends a key. */
export default async function AdminEndKeyPage(props: { params: Promise<{ key: string }> }) {
  const user = await supportUser();
  const time = now();
  const id = numberIn((await props.params).key);
  const key = await keySeenBy(user, id, time);
  if (!key) notFound();
  const hooks = await webhooksOfKey(user, id, time);
  return <EndKeyPage apiKey={key} hooks={hooks.length} now={time} keys="/admin/keys" />;
}
