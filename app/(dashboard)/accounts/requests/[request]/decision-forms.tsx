import { ActionForm, HiddenField, RadiosField, SubmitButton, TextareaField } from "@/components/ui";
import { decideAccessRequest } from "./actions";

/** Approve with a level, or reject with a reason. One form: nothing typed is lost by changing one's mind. */
export function DecisionForms(props: {
  request: number;
  name: string;
  level: "standard" | "approver";
  mayBeApprover: boolean;
}) {
  const approver = {
    value: "approver",
    label: "Approve as Approver",
    hint: "Can approve, reset and remove other people here",
  };
  return (
    <ActionForm action={decideAccessRequest} order={["decision", "reason"]}>
      <HiddenField name="request" value={String(props.request)} />
      <RadiosField
        name="decision"
        label={`What do you decide about ${props.name}?`}
        labelSize="m"
        choices={[
          {
            value: "standard",
            label: "Approve as Standard",
            hint: props.level === "approver" ? "Less access than they asked for. They can ask again later" : undefined,
          },
          ...(props.mayBeApprover ? [approver] : []),
          {
            value: "reject",
            label: "Reject",
            reveals: (
              <TextareaField
                name="reason"
                label="Why?"
                hint="We will email this to them. Do not name anyone else."
                rows={3}
                limit={500}
              />
            ),
          },
        ]}
      />
      <SubmitButton pending="Sending your decision…">Confirm decision</SubmitButton>
    </ActionForm>
  );
}
