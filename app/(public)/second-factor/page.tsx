import { ActionForm, HiddenField, Page, SubmitButton, TextField } from "@/components/ui";
import { pendingTotp } from "@/lib/accounts/add-second-factor";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { accountStateOf } from "@/lib/accounts/account-state";
import { totpSetUp } from "@/lib/accounts/totp";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { sessionFor } from "@/lib/web/session";
import { giveCode } from "./actions";
import { Scan } from "@/components/people/scan";

export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { user } = await sessionFor("second_factor");
  const state = await accountStateOf(user.id, now());
  const has = state !== null && state.totpConfirmedAt !== null;
  return (
    <Page
      heading={has ? "Enter the code from your app" : "Set up a second step"}
      title={has ? "Enter your code" : "Set up a second step"}
      summary={
        has
          ? "Open the authenticator app on your phone. A recovery code works too."
          : "Your account can see a lot of information, so a password is not enough. From now on, you will also enter a code from your phone."
      }
    >
      {!has && <Scan {...totpSetUp(env().SERVICE_NAME, user.email, pendingTotp(user))} />}
      <ActionForm action={giveCode}>
        <HiddenField name="ReturnUrl" value={safeReturnUrl((await searchParams).ReturnUrl, env().APP_ORIGIN)} />
        <TextField
          name="code"
          label="Code"
          width={10}
          inputMode={has ? "text" : "numeric"}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <SubmitButton pending="Checking…">Continue</SubmitButton>
      </ActionForm>
    </Page>
  );
}
