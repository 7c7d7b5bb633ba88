import { ActionForm, HiddenField, Page, PasswordField, SubmitButton } from "@/components/ui";
import { proofLasts } from "@/lib/accounts/proof";
import { currentUser } from "@/lib/web/session";
import { prove } from "./actions";

/** Asks for the password again before a page or a file about other people. */
export default async function ProvePage(props: { searchParams: Promise<{ ReturnUrl?: string | string[] }> }) {
  await currentUser();
  const back = [(await props.searchParams).ReturnUrl].flat()[0] ?? "/home";
  return (
    <Page heading="Enter your password">
      <p>
        This page is about other people, and you last entered your password more than {proofLasts()} ago. Enter it again
        to show that it is still you. You will then go back to the page you were on. If you were downloading a file,
        choose its link again.
      </p>
      <ActionForm action={prove}>
        <HiddenField name="ReturnUrl" value={back} />
        <PasswordField name="password" label="Your password" />
        <SubmitButton pending="Just a moment…">Continue</SubmitButton>
      </ActionForm>
    </Page>
  );
}
