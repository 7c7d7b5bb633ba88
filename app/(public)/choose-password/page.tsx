import { ActionForm, HiddenField, Page, SubmitButton } from "@/components/ui";
import { ownWords } from "@/lib/accounts/own-words";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { env } from "@/lib/env";
import { sessionFor } from "@/lib/web/session";
import { choose } from "./actions";
import { NewPasswordFields } from "@/components/people/new-password-fields";

export default async function ChoosePasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { user } = await sessionFor("choose_password");
  const own = await ownWords(user.id);
  return (
    <Page
      heading="Choose a password"
      summary="Choose your own password to continue. This is either your first time here, or your old password has expired."
    >
      <ActionForm action={choose}>
        <HiddenField name="ReturnUrl" value={safeReturnUrl((await searchParams).ReturnUrl, env().APP_ORIGIN)} />
        <NewPasswordFields own={own} />
        <SubmitButton pending="Saving…">Save password and continue</SubmitButton>
      </ActionForm>
    </Page>
  );
}
