import { cookies } from "next/headers";
import { ActionForm, ButtonLink, Page, SubmitButton } from "@/components/ui";
import { ownWords } from "@/lib/accounts/own-words";
import { linkIsOver, resetLinkHolder } from "@/lib/accounts/reset-password";
import { now } from "@/lib/clock";
import { cookieName } from "@/lib/web/session";
import { NewPasswordFields } from "@/components/people/new-password-fields";
import { chooseByLink } from "./actions";

export default async function ResetPage() {
  const accountId = await resetLinkHolder((await cookies()).get(cookieName("capacity-reset"))?.value, now());
  if (accountId === null)
    return (
      <Page heading="Ask for a new link">
        <p>{linkIsOver}</p>
        <ButtonLink href="/forgotten-password">Email me a new link</ButtonLink>
      </Page>
    );
  return (
    <Page
      heading="Choose a new password"
      summary="When you save it, you will be signed in here and signed out everywhere else."
    >
      <ActionForm action={chooseByLink}>
        <NewPasswordFields own={await ownWords(accountId)} />
        <SubmitButton pending="Saving…">Save password and sign in</SubmitButton>
      </ActionForm>
    </Page>
  );
}
