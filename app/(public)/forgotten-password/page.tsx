import { ActionForm, Page, Panel, SubmitButton, TextField } from "@/components/ui";
import { service } from "@/app/shell/service";
import { env } from "@/lib/env";
import { mailMeALink } from "./actions";

export default async function ForgottenPasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { sent } = await searchParams;
  const { support } = service();
  if (sent === "yes")
    return (
      <Page heading="Look in your inbox" back={{ href: "/sign-in", label: "Sign in" }}>
        <Panel title="Check your email">If there is an account with that email address, we have sent it a link.</Panel>
        <p>The link works once, within {env().RESET_MINUTES} minutes. It may take a few minutes to arrive.</p>
        <p>
          If it does not arrive, look in your junk folder, then <a href="/forgotten-password">try again</a>, or ring{" "}
          {support.name}: {support.phone}.
        </p>
      </Page>
    );
  return (
    <Page
      heading="Forgotten your password?"
      summary="We will email you a link to choose a new one."
      back={{ href: "/sign-in", label: "Sign in" }}
    >
      <ActionForm action={mailMeALink}>
        <TextField name="email" label="Email address" type="email" autoComplete="username" spellCheck={false} />
        <SubmitButton pending="Sending…">Email me a link</SubmitButton>
      </ActionForm>
    </Page>
  );
}
