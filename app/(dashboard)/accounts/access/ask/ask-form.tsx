import { ActionForm, CheckboxesField, CheckboxField, RadiosField, SubmitButton } from "@/components/ui";
import { ask } from "@/app/(dashboard)/accounts/access/actions";
import { declaration } from "./declaration";

interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** Why it need not be asked for. */
  already: string | null;
}

/** What is asked for, as what, and what asking means. */
export function AskForm(props: { name: "location" | "area"; legend: string; choices: Choice[]; all: boolean }) {
  const open = props.choices.filter(({ already }) => already === null);
  const rest = props.choices.filter(({ already }) => already !== null);
  const needless = rest.length > 0 && (
    <>
      <p>You need not ask for:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {rest.map(({ value, label, already }) => (
          <li key={value}>
            {label}: {already}
          </li>
        ))}
      </ul>
    </>
  );
  if (open.length === 0) return needless;
  return (
    <ActionForm action={ask} order={[props.name, "level", "declare"]} autoComplete="off">
      {needless}
      <CheckboxesField
        name={props.name}
        label={props.legend}
        labelSize="m"
        small
        choices={open.map(({ value, label, hint }) => ({ value, label, hint }))}
        values={props.all ? open.map(({ value }) => value) : []}
      />
      <RadiosField
        name="level"
        label="As what?"
        labelSize="m"
        value="standard"
        choices={[
          {
            value: "standard",
            label: "Standard",
            hint: "You see the place and, where you work for it, file and update.",
          },
          {
            value: "approver",
            label: "Approver",
            hint: "You also decide who else may have access, and take leavers out.",
          },
        ]}
      />
      <h2 className="nhsuk-heading-m">What asking means</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {declaration.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <CheckboxField name="declare" label="I agree to all of this" />
      <SubmitButton pending="Sending…">Ask for access</SubmitButton>
    </ActionForm>
  );
}
