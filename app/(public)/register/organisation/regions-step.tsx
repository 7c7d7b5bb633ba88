import { ActionForm, CheckboxesField, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { areas } from "@/lib/organisations/queries";
import { chooseRegions } from "./actions";
import type { OrganisationStepProps } from "./step-props";

/** One or more of the seven NHS regions. */
export async function RegionsStep({ draft }: OrganisationStepProps) {
  const regions = await areas("nhs_region", now());
  return (
    <ActionForm action={chooseRegions}>
      <CheckboxesField
        name="area"
        label="Which NHS regions do you work in?"
        hint="Select all that apply"
        values={(draft.areaIds ?? []).map(String)}
        choices={regions.map(({ id, label }) => ({ value: String(id), label }))}
      />
      <SubmitButton pending="Saving…">Continue</SubmitButton>
    </ActionForm>
  );
}
