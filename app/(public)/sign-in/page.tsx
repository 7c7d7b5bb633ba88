import { HowTo } from "@/app/shell/how-to/how-to";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import {
  ActionForm,
  CheckboxField,
  HiddenField,
  InsetText,
  Page,
  PasswordField,
  SubmitButton,
  TextField,
  WarningCallout,
} from "@/components/ui";
import { service } from "@/app/shell/service";
import { demoAccounts } from "@/lib/accounts/demo-accounts";
import { isOldBrowser } from "@/lib/accounts/old-browser";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { env } from "@/lib/env";
import { visitor } from "@/lib/web/session";
import { signInNow } from "./actions";
import { DemoPeople } from "./demo-people";
import { ProveWork } from "./prove-work";

const notices: Record<string, string> = {
  left: "You have signed out.",
  ended: "You were signed out because you had not done anything for a while. Sign in to continue.",
  unsent:
    "You were signed out, so your form was not sent. Sign in, check the form and send it again. If it was a return, your last saved draft is still there.",
  locked:
    "Your new password is saved, but your account is still locked. It unlocks 24 hours after the last wrong password. To unlock it sooner, ask an approver at your organisation or our support team.",
  address: "Your new email address is confirmed. Sign in with it from now on.",
};

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = await searchParams;
  const returnUrl = safeReturnUrl(asked.ReturnUrl, env().APP_ORIGIN);
  if (await visitor()) redirect(returnUrl);
  const { name, support } = service();
  const notice = Object.keys(notices).find((key) => asked[key] === "yes");
  const demo = await demoAccounts();
  return (
    <Page heading="Sign in" title="Sign in">
      {notice && <InsetText>{notices[notice]}</InsetText>}
      {isOldBrowser((await headers()).get("user-agent")) && (
        <WarningCallout heading="Your browser is too old">
          <p>
            {name} does not work properly in this browser. Use a current version of Edge, Chrome, Firefox or Safari.
          </p>
        </WarningCallout>
      )}
      <ActionForm action={signInNow} order={["email", "password"]}>
        <HiddenField name="ReturnUrl" value={returnUrl} />
        <TextField name="email" label="Email address" type="email" autoComplete="username" spellCheck={false} />
        <PasswordField name="password" label="Password" />
        <CheckboxField name="remember" label="Keep me signed in" hint="Do not choose this on a shared computer" />
        <ProveWork />
        <SubmitButton pending="Signing in…">Sign in</SubmitButton>
      </ActionForm>
      <p>
        <a href="/forgotten-password">Forgotten your password?</a>
      </p>
      <p>
        New here? <a href="/register">Register for {name}</a>
      </p>
      <HowTo of="sign-in" />
      <p className="nhsuk-body-s">
        Locked out or stuck? {support.name}: {support.phone} or <a href={`mailto:${support.email}`}>{support.email}</a>,{" "}
        {support.hours}.
      </p>
      {demo && <DemoPeople demo={demo} />}
    </Page>
  );
}
