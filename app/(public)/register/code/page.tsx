import { ActionForm, SubmitButton, TextField } from "@/components/ui";
import { service } from "@/app/shell/service";
import { draftAt } from "@/app/(public)/register/draft-at";
import { WizardPage } from "@/app/(public)/register/wizard-page";
import { confirmAddress, sendAnother } from "./actions";

/** Where JavaScript does not run: the code that was emailed shows that the address is theirs. */
export default async function CodePage() {
  const { draft } = await draftAt("code");
  const { support } = service();
  return (
    <WizardPage heading="Check your email" step={0} back="/register/your-details" begun>
      <p>
        We have sent an email to <strong className="wrap-anywhere">{draft.email}</strong>. It has a 6-digit code that
        you can use for 10 minutes.
      </p>
      <ActionForm action={confirmAddress} autoComplete="off">
        <TextField
          name="code"
          label="Code"
          hint="6 digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
          spellCheck={false}
        />
        <SubmitButton pending="Checking…">Continue</SubmitButton>
      </ActionForm>
      <h2 className="nhsuk-heading-m">If the email does not arrive</h2>
      <p>
        Look in your junk folder, and <a href="/register/your-details">check the address</a>. If you already have an
        account, the email will tell you and will not have a code. If you still need help, contact {support.name}:{" "}
        <a href={`mailto:${support.email}`}>{support.email}</a> or {support.phone}.
      </p>
      <ActionForm action={sendAnother}>
        <SubmitButton look="secondary" pending="Sending…">
          Send a new code
        </SubmitButton>
      </ActionForm>
    </WizardPage>
  );
}
