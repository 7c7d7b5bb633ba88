"use client";
import { useState } from "react";
import { ActionForm, SubmitButton, type FormAction } from "@/components/ui";
import { FieldProblems } from "@/components/ui/field-group";
import { useField } from "@/components/ui/form-context";
import { useHydrated } from "@/components/ui/use-hydrated";

interface AreaChoice {
  id: number;
  label: string;
  codes: string[];
}

interface Props {
  label: string;
  choices: AreaChoice[];
  chosen: number | null;
}

/** One of many: the list narrows as one types a name, a place or a code. Without JavaScript the whole list is there. */
export function AreaForm({ action, ...props }: Props & { action: FormAction }) {
  const [chosen, setChosen] = useState(props.chosen);
  return (
    <ActionForm action={action} autoComplete="off">
      <AreaRadios {...props} chosen={chosen} onChoose={setChosen} />
      <SubmitButton pending="Saving…">Continue</SubmitButton>
    </ActionForm>
  );
}

function AreaRadios({ label, choices, chosen, onChoose }: Props & { onChoose: (id: number) => void }) {
  const [text, setText] = useState("");
  const field = useField("area");
  const hydrated = useHydrated();
  const shown = choices.filter((choice) => choice.id === chosen || matches(choice, text));
  return (
    <div className={`nhsuk-form-group${field.errors.length > 0 ? " nhsuk-form-group--error" : ""}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={field.describedBy}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
        <FieldProblems field={field} />
        {hydrated && (
          <>
            <label className="nhsuk-label" htmlFor="area-filter">
              Type a name, a place or a code to shorten the list
            </label>
            <input
              className="nhsuk-input nhsuk-input--width-20 mb-4"
              id="area-filter"
              type="search"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
            <p role="status">
              {shown.length} of {choices.length}
            </p>
          </>
        )}
        <div
          className="nhsuk-radios nhsuk-radios--small max-h-96 overflow-y-auto border border-solid p-2"
          id={field.id}
          tabIndex={-1}
        >
          {shown.map((choice) => (
            <div className="nhsuk-radios__item" key={choice.id}>
              <input
                className="nhsuk-radios__input"
                id={`area-${choice.id}`}
                name="area"
                type="radio"
                value={choice.id}
                checked={choice.id === chosen}
                onChange={() => onChoose(choice.id)}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={`area-${choice.id}`}>
                {choice.label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const matches = ({ label, codes }: AreaChoice, text: string) => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const where = [label, ...codes].join(" ").toLowerCase();
  return words.every((word) => where.includes(word));
};
