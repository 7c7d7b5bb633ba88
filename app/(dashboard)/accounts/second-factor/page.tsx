import { Scan } from "@/components/people/scan";
import { KeptBySupport } from "@/app/(dashboard)/accounts/kept-by-support";
import { ActionForm, Page, PasswordField, SubmitButton, TextField } from "@/components/ui";
import { pendingTotp } from "@/lib/accounts/add-second-factor";
import { needsSecondFactor } from "@/lib/accounts/purpose-after";
import { accountStateOf } from "@/lib/accounts/account-state";
import { totpSetUp } from "@/lib/accounts/totp";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { currentUser } from "@/lib/web/session";
import { turnOnSecondFactor, turnOffSecondFactor } from "./actions";

export default async function OwnSecondFactorPage() {
  const user = await currentUser();
  if (user.generic) return <KeptBySupport heading="This account has no second step" />;
  const state = await accountStateOf(user.id, now());
  const since = state?.totpConfirmedAt ?? null;
  const back = { href: "/accounts", label: "Accounts" };
  if (since === null)
    return (
      <Page
        heading="Add a second step"
        back={back}
        summary="With a code from your phone as well as your password, someone who finds out your password still cannot sign in."
      >
        <Scan {...totpSetUp(env().SERVICE_NAME, user.email, pendingTotp(user))} />
        <ActionForm action={turnOnSecondFactor} order={["code", "password"]}>
          <TextField
            name="code"
            label="Code from the app"
            width={10}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <PasswordField name="password" label="Your password" />
          <SubmitButton pending="Adding…">Add second step</SubmitButton>
        </ActionForm>
      </Page>
    );
  return (
    <Page
      heading="Your second step"
      back={back}
      summary={`You have signed in with a code from your phone since ${formatDate(since)}.`}
    >
      {state && needsSecondFactor(state) ? (
        <p>
          Your type of account needs a second step. If you have a new phone, ask support to let you set it up again.
        </p>
      ) : (
        <ActionForm action={turnOffSecondFactor}>
          <p>To change to another phone, remove the second step and add it again.</p>
          <PasswordField name="password" label="Your password" />
          <SubmitButton look="warning" pending="Removing…">
            Remove second step
          </SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}
