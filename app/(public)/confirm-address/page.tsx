import { cookies } from "next/headers";
import { ActionForm, Page, SubmitButton } from "@/components/ui";
import { changeIsOver, emailToConfirm } from "@/lib/accounts/confirm-email-change";
import { now } from "@/lib/clock";
import { cookieName } from "@/lib/web/session";
import { confirmNewAddress } from "./actions";

export default async function ConfirmAddressPage() {
  const email = await emailToConfirm((await cookies()).get(cookieName("capacity-address"))?.value, now());
  if (email === null)
    return (
      <Page heading="This link no longer works">
        <p>{changeIsOver}</p>
      </Page>
    );
  return (
    <Page heading="Confirm your new email address">
      <p>
        From now on, sign in with <strong>{email}</strong>. We will send our messages there too. You will be signed out
        everywhere and will need to sign in again.
      </p>
      <ActionForm action={confirmNewAddress}>
        <SubmitButton pending="Confirming…">Confirm {email}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
