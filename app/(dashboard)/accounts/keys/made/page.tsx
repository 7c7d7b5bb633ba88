import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { keyIsKept } from "@/app/shell/keys/actions";
import { CopyNow } from "@/app/shell/keys/copy-now";
import { toShowOnce } from "@/app/shell/keys/shown-once";
import { keyOf } from "@/lib/api/make-key";
import { currentUser } from "@/lib/web/session";

/** A key that was just made, shown once. */
export default async function KeyMadePage() {
  const user = await currentUser();
  const nonce = await toShowOnce("key", user.id);
  if (nonce === null) redirect("/accounts");
  return (
    <CopyNow
      what="key"
      summary="Whoever has it can act for these locations, so do not send it by email."
      value={keyOf(nonce)}
      kept={keyIsKept}
      help={<Link href="/developers">How a system uses a key</Link>}
    />
  );
}
