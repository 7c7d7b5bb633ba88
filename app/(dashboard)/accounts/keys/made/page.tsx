import Link from "next/link";
import { redirect } from "next/navigation";
import { keyToShow } from "@/app/shell/keys/key-once";
import { ActionForm, InsetText, Page, SubmitButton } from "@/components/ui";
import { keyOf } from "@/lib/api/make-key";
import { currentUser } from "@/lib/web/session";
import { keyIsKept } from "@/app/shell/keys/actions";

/** A key that was just made, shown once. */
export default async function KeyMadePage() {
  const user = await currentUser();
  const nonce = await keyToShow("key", user.id);
  if (nonce === null) redirect("/accounts");
  return (
    <Page
      heading="Copy this key now"
      summary="We cannot show it again. Whoever has it can act for these locations, so do not send it by email."
    >
      <InsetText>
        <p>
          <code className="break-all">{keyOf(nonce)}</code>
        </p>
      </InsetText>
      <p>
        Enter it in your other system, or give it to the people who look after that system.{" "}
        <Link href="/developers">How a system uses a key</Link>
      </p>
      <ActionForm action={keyIsKept}>
        <SubmitButton>I have copied it</SubmitButton>
      </ActionForm>
    </Page>
  );
}
