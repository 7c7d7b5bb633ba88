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
      <p>You do not need to ask for:</p>
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
        label="Type of access"
        labelSize="m"
        value="standard"
        choices={[
          {
            value: "standard",
            label: "Standard",
            hint: "You can see the place and, if you work for it, file returns and update beds.",
          },
          {
            value: "approver",
            label: "Approver",
            hint: "You can also decide who else has access and remove people who leave.",
          },
        ]}
      />
      <h2 className="nhsuk-heading-m">Conditions</h2>
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
