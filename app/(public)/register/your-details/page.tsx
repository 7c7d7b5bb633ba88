import { redirect } from "next/navigation";
import { InsetText } from "@/components/ui";
import { service } from "@/app/shell/service";
import { kindHint, kindLabel, registeringKinds } from "@/lib/access/kinds";
import { draftHere } from "@/app/(public)/register/draft-cookie";
import { WizardPage } from "@/app/(public)/register/wizard-page";
import { continueFromYourDetails } from "./actions";
import { YourDetailsForm } from "./your-details-form";

/** Step 1: who is registering, and as what. */
export default async function YourDetailsPage({ searchParams }: { searchParams: Promise<{ begun?: string }> }) {
  const here = await draftHere();
  if (here && !here.open) redirect("/register/continue");
  const draft = here?.draft ?? {};
  const ranOut = here === null && (await searchParams).begun === "before";
  const { support } = service();
  return (
    <WizardPage heading="Your details" step={0} back="/register" begun={here !== null}>
      {ranOut && (
        <InsetText>
          <p>
            We deleted what you typed before, because you started more than 24 hours ago or chose to start again. Enter
            your details again.
          </p>
        </InsetText>
      )}
      <YourDetailsForm
        action={continueFromYourDetails}
        saved={draft}
        vouched={draft.vouched !== undefined}
        support={support}
        types={registeringKinds.map((type) => ({
          value: type,
          label: kindLabel(type),
          hint: kindHint(type) ?? undefined,
        }))}
      />
    </WizardPage>
  );
}
