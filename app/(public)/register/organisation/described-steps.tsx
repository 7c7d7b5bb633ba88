import { ActionForm, SubmitButton, TextareaField, TextField } from "@/components/ui";
import { describeContact, describeReason } from "./actions";
import type { OrganisationStepProps } from "./step-props";

/** Totals alone: an association, and where to reach it. */
export const ContactStep = ({ draft }: OrganisationStepProps) => (
  <ActionForm action={describeContact} order={["organisation", "address", "postcode"]}>
    <TextField name="organisation" label="Organisation name" autoComplete="organization" value={draft.organisation} />
    <TextareaField name="address" label="Contact address" rows={4} value={draft.address} />
    <TextField name="postcode" label="Postcode" autoComplete="postal-code" width={10} value={draft.postcode} />
    <SubmitButton pending="Saving…">Continue</SubmitButton>
  </ActionForm>
);

/** Looking for vacancies, or anything else: who they are, and why they need access. Support decides by it. */
export const ReasonStep = ({ draft }: OrganisationStepProps) => (
  <ActionForm action={describeReason} order={["organisation", "address", "why"]}>
    <TextField name="organisation" label="Organisation name" autoComplete="organization" value={draft.organisation} />
    <TextareaField name="address" label="Address of the organisation" rows={4} value={draft.address} />
    <TextareaField
      name="why"
      label="Why do you need access?"
      hint="Tell us what you do and what you want to use the service for. Our support team uses this to decide."
      rows={5}
      limit={1000}
      value={draft.why}
    />
    <SubmitButton pending="Saving…">Continue</SubmitButton>
  </ActionForm>
);
