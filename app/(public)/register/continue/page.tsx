import { redirect } from "next/navigation";
import { ActionForm, SubmitButton, TextField } from "@/components/ui";
import { draftHere } from "@/app/(public)/register/draft-cookie";
import { WizardPage } from "@/app/(public)/register/wizard-page";
import { openAgain } from "./actions";

/** Back in a new browser session: what was typed is shown only to someone who knows its address. */
export default async function ContinuePage() {
  const here = await draftHere();
  if (!here || here.open) redirect("/register/your-details");
  return (
    <WizardPage heading="Continue registering" step={0} back="/register" begun>
      <p>
        A registration was started in this browser in the last 24 hours. To continue with it, enter its email address.
      </p>
      <ActionForm action={openAgain}>
        <TextField name="email" label="Email address" type="email" autoComplete="email" spellCheck={false} />
        <SubmitButton pending="Checking…">Continue</SubmitButton>
      </ActionForm>
    </WizardPage>
  );
}
