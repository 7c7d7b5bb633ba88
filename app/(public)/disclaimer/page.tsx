import { ActionForm, CheckboxField, HiddenField, Page, SubmitButton, TextField } from "@/components/ui";
import { safeReturnUrl } from "@/lib/accounts/safe-return-url";
import { env } from "@/lib/env";
import { sessionFor } from "@/lib/web/session";
import { agree } from "./actions";

export default async function DisclaimerPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { user } = await sessionFor("disclaimer");
  return (
    <Page heading="Before you use a shared account" caption={user.name}>
      <p>Several people use this account, so tell us who you are each time you sign in.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>We record your name beside everything you do until you sign out.</li>
        <li>Only use this account for your work here, and do not share the password outside your team.</li>
        <li>Sign out whenever you leave the computer.</li>
        <li>If you use {env().SERVICE_NAME} often, register for an account of your own.</li>
      </ul>
      <ActionForm action={agree} order={["name", "agreed"]}>
        <HiddenField name="ReturnUrl" value={safeReturnUrl((await searchParams).ReturnUrl, env().APP_ORIGIN)} />
        <TextField name="name" label="Your full name" autoComplete="name" maxLength={100} />
        <CheckboxField name="agreed" label="I am the person named above and I agree to this" />
        <SubmitButton>Continue</SubmitButton>
      </ActionForm>
    </Page>
  );
}
