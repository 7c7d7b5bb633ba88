"use client";
import { useState } from "react";
import { ActionForm, SubmitButton, type FormAction } from "@/components/ui";
import { FieldMessages } from "@/components/ui/field-group";
import { useField } from "@/components/ui/form-context";
import { foundAs, isSought, type SoughtArea } from "@/lib/organisations/sought-area";
import { useStanding } from "@/components/ui/use-standing";
import { SearchField } from "./search-field";
import { useTyped } from "./use-typed";

interface AreaChoice extends SoughtArea {
  id: number;
  /** The councils in it, where its name does not say. */
  covers: readonly string[];
}

interface Choosing {
  label: string;
  choices: AreaChoice[];
  chosen: number | null;
}

/** One of many: the list narrows as one types a name, a place or a code. Without JavaScript the button shortens it. */
export function AreaForm({ action, search, ...props }: Choosing & { action: FormAction; search: string }) {
  const [chosen, setChosen] = useState(props.chosen);
  const [text, setText] = useState(search);
  const around = useStanding<HTMLDivElement>("area", ([id]) => setChosen(id === undefined ? null : Number(id)));
  return (
    <ActionForm action={action} order={["search", "area"]} autoComplete="off">
      <SearchField
        label="Shorten the list"
        hint="Type a name, a place or a code"
        text={text}
        onText={setText}
        onSearch={() => undefined}
      />
      <div ref={around}>
        <AreaRadios {...props} chosen={chosen} text={text} onChoose={setChosen} />
      </div>
      <SubmitButton name="do" value="continue" pending="Saving…">
        Continue
      </SubmitButton>
    </ActionForm>
  );
}

function AreaRadios({
  label,
  choices,
  chosen,
  text,
  onChoose,
}: Choosing & { text: string; onChoose: (id: number) => void }) {
  const field = useField("area");
  const picked = useTyped("area")?.map(Number)[0] ?? chosen;
  const found = choices.filter((choice) => isSought(choice, text));
  const kept = choices.filter(({ id }) => id === chosen && !found.some((choice) => choice.id === id));
  return (
    <div id="results" className={`nhsuk-form-group${field.errors.length > 0 ? " nhsuk-form-group--error" : ""}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={field.describedBy}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
        <FieldMessages field={field} />
        <p role="status">
          {found.length === 0
            ? `Nothing was found for “${text.trim()}”. Check it, or try part of the name.`
            : `${found.length} of ${choices.length} shown`}
        </p>
        <div
          className="nhsuk-radios nhsuk-radios--small border-solid border-0 md:max-h-96 md:overflow-y-auto md:border md:p-2"
          id={field.id}
          tabIndex={-1}
        >
          {[...kept, ...found].map((choice) => (
            <div className="nhsuk-radios__item" key={choice.id}>
              <input
                className="nhsuk-radios__input"
                id={`area-${choice.id}`}
                name="area"
                type="radio"
                value={choice.id}
                checked={choice.id === picked}
                onChange={() => onChoose(choice.id)}
                aria-describedby={choice.covers.length > 0 ? `area-${choice.id}-hint` : undefined}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={`area-${choice.id}`}>
                {choice.label} {inBrackets(foundAs(choice, text))}
              </label>
              {choice.covers.length > 0 && (
                <div className="nhsuk-hint nhsuk-radios__hint" id={`area-${choice.id}-hint`}>
                  Covers {listed(choice.covers)}
                </div>
              )}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const listed = (names: readonly string[]) => new Intl.ListFormat("en-GB").format(names);
const inBrackets = (name: string | undefined) => (name === undefined ? "" : `(${name})`);
