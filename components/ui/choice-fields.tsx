"use client";
import { type ReactNode, useContext } from "react";
import { FieldsetGroup, type FieldProps } from "./field-group";
import { FormContext, textOf, useField } from "./form-context";

/** One thing to choose. `reveals` is shown below it while it is chosen. */
export interface FieldOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  reveals?: ReactNode | undefined;
  disabled?: boolean | undefined;
}

/** One of a few: radios. The first has the field's id, so that the error summary reaches it. */
export function RadiosField(
  props: FieldProps & {
    choices: FieldOption[];
    value?: string | null | undefined;
    inline?: boolean | undefined;
    small?: boolean | undefined;
    divider?: string | undefined;
  },
) {
  const field = useField(props.name, props.hint, props.describedBy);
  const chosen = textOf(field.typed, field.answered ? undefined : props.value);
  const look = `${props.inline ? " nhsuk-radios--inline" : ""}${props.small ? " nhsuk-radios--small" : ""}`;
  return (
    <FieldsetGroup {...props} field={field}>
      <div className={`nhsuk-radios${look}`}>
        {props.choices.map((choice, at) => (
          <Option
            key={choice.value}
            kind="radio"
            field={field}
            name={props.name}
            choice={choice}
            at={at}
            on={chosen === choice.value}
          >
            {props.divider && at === props.choices.length - 1 && (
              <div className="nhsuk-radios__divider">{props.divider}</div>
            )}
          </Option>
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** Any number of a few: checkboxes, posted as one value each under the same name. */
export function CheckboxesField(
  props: FieldProps & { choices: FieldOption[]; values?: string[] | undefined; small?: boolean | undefined },
) {
  const field = useField(props.name, props.hint, props.describedBy);
  const typed = field.typed === undefined ? [] : [field.typed].flat();
  const chosen = field.answered ? typed : (props.values ?? []);
  return (
    <FieldsetGroup {...props} field={field}>
      <div className={`nhsuk-checkboxes${props.small ? " nhsuk-checkboxes--small" : ""}`}>
        {props.choices.map((choice, at) => (
          <Option
            key={choice.value}
            kind="checkbox"
            field={field}
            name={props.name}
            choice={choice}
            at={at}
            on={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** Any number of a few, each posted as "yes" under a name of its own: `name`, a full stop and its value. */
export function TicksField(props: FieldProps & { choices: FieldOption[]; values: Readonly<Record<string, string>> }) {
  const field = useField(props.name, props.hint, props.describedBy);
  const { answer } = useContext(FormContext);
  const given = field.answered ? answer.typed : props.values;
  return (
    <FieldsetGroup {...props} field={field}>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        {props.choices.map(({ value, ...choice }, at) => (
          <Option
            key={value}
            kind="checkbox"
            field={field}
            name={`${props.name}.${value}`}
            choice={{ ...choice, value: "yes" }}
            at={at}
            idEnd={value}
            on={[given[`${props.name}.${value}`]].flat().includes("yes")}
          />
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** A single checkbox, such as "I agree": posts `value` ("yes") when ticked. */
export function CheckboxField(props: FieldProps & { value?: string | undefined; checked?: boolean | undefined }) {
  const field = useField(props.name, undefined, props.describedBy);
  const value = props.value ?? "yes";
  const on = field.answered ? [field.typed].flat().includes(value) : (props.checked ?? false);
  return (
    <div className={`nhsuk-form-group${field.errors.length ? " nhsuk-form-group--error" : ""}`}>
      {field.errors.map((message) => (
        <p key={message} className="nhsuk-error-message" id={`${field.id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {message}
        </p>
      ))}
      <div className="nhsuk-checkboxes">
        <Option
          kind="checkbox"
          field={field}
          name={props.name}
          choice={{ value, label: props.label, hint: props.hint }}
          at={0}
          on={on}
          describedBy={field.describedBy}
        />
      </div>
    </div>
  );
}

function Option(props: {
  kind: "radio" | "checkbox";
  field: { id: string; errors: string[] };
  name: string;
  choice: FieldOption;
  at: number;
  on: boolean;
  idEnd?: string;
  describedBy?: string | undefined;
  children?: ReactNode | undefined;
}) {
  const { choice, kind, field } = props;
  const base = kind === "radio" ? "nhsuk-radios" : "nhsuk-checkboxes";
  const id = props.at === 0 ? field.id : `${field.id}-${props.idEnd ?? choice.value}`;
  const described = [choice.hint ? `${id}-choice-hint` : undefined, props.describedBy].filter(Boolean).join(" ");
  return (
    <>
      {props.children}
      <div className={`${base}__item`}>
        <input
          className={`${base}__input`}
          id={id}
          name={props.name}
          type={kind}
          value={choice.value}
          defaultChecked={props.on}
          disabled={choice.disabled}
          aria-describedby={described || undefined}
        />
        <label className={`nhsuk-label ${base}__label`} htmlFor={id}>
          {choice.label}
        </label>
        {choice.hint && (
          <div className={`nhsuk-hint ${base}__hint`} id={`${id}-choice-hint`}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.reveals && <div className={`${base}__conditional ct-reveals`}>{choice.reveals}</div>}
    </>
  );
}
