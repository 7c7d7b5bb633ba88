import { NewPasswordFields } from "@/components/people/new-password-fields";
import { KeptBySupport } from "@/app/(dashboard)/accounts/kept-by-support";
import { ActionForm, NotificationBanner, Page, PasswordField, SubmitButton } from "@/components/ui";
import { ownWords } from "@/lib/accounts/own-words";
import { passwordExpires } from "@/lib/accounts/purpose-after";
import { accountStateOf } from "@/lib/accounts/account-state";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/format";
import { currentUser } from "@/lib/web/session";
import { change } from "./actions";

export default async function PasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const user = await currentUser();
  if (user.generic) return <KeptBySupport heading="The password of this account" />;
  const { changed } = await searchParams;
  const setAt = (await accountStateOf(user.id, now()))?.passwordSetAt;
  const expires = setAt ? passwordExpires(setAt) : null;
  return (
    <Page
      heading="Change your password"
      back={{ href: "/accounts", label: "Accounts" }}
      summary={expires && `Your password expires on ${formatDate(expires)}. We will email you a reminder before then.`}
      banner={
        changed === "yes" && (
          <NotificationBanner success heading="Your password is changed. You are signed out everywhere else." />
        )
      }
    >
      <ActionForm action={change}>
        <PasswordField name="password" label="Current password" />
        <NewPasswordFields own={await ownWords(user.id)} />
        <SubmitButton pending="Saving…">Change password</SubmitButton>
      </ActionForm>
    </Page>
  );
}
