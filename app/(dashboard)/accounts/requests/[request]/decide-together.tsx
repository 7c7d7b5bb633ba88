"use client";
import { ActionForm, HiddenField, SubmitButton, TextareaField, type FormAction } from "@/components/ui";
import { FieldMessages } from "@/components/ui/field-group";
import { useField } from "@/components/ui/form-context";

/** One thing that someone asks for, to be decided with the others. */
export interface WantedTogether {
  id: number;
  place: string;
  level: "standard" | "approver";
  mayBeApprover: boolean;
}

/** Yes or no for each place that one person asks for, sent together: they get one message that says which. */
export function DecideTogether(props: { action: FormAction; name: string; wanted: WantedTogether[] }) {
  return (
    <ActionForm action={props.action} order={[...props.wanted.map(({ id }) => `decision-${id}`), "reason"]}>
      <h2 className="nhsuk-heading-m">What do you decide about {props.name}?</h2>
      {props.wanted.map((each, at) => (
        <OneOfThem key={each.id} wanted={each} at={at} />
      ))}
      <TextareaField
        name="reason"
        label="If you reject any, why?"
        hint="We will email this to them. Do not name anyone else."
        rows={3}
        limit={500}
      />
      <SubmitButton pending="Sending your decisions…">Confirm decisions</SubmitButton>
    </ActionForm>
  );
}

function OneOfThem({ wanted, at }: { wanted: WantedTogether; at: number }) {
  const hint = wanted.level === "approver" ? "They asked to be an approver" : undefined;
  const field = useField(`decision-${wanted.id}`, hint);
  const { typed } = useField("decision");
  return (
    <div className={`nhsuk-form-group${field.errors.length > 0 ? " nhsuk-form-group--error" : ""}`}>
      <HiddenField name="request" value={wanted.id} />
      <label className="nhsuk-label nhsuk-label--s" htmlFor={field.id}>
        {wanted.place}
      </label>
      {hint && (
        <div className="nhsuk-hint" id={`${field.id}-hint`}>
          {hint}
        </div>
      )}
      <FieldMessages field={field} />
      <select
        className="nhsuk-select"
        id={field.id}
        name="decision"
        defaultValue={[typed ?? []].flat()[at] ?? ""}
        aria-describedby={field.describedBy}
      >
        <option value="">Choose</option>
        <option value="standard">Approve as Standard</option>
        {wanted.mayBeApprover && <option value="approver">Approve as Approver</option>}
        <option value="reject">Reject</option>
      </select>
    </div>
  );
}
