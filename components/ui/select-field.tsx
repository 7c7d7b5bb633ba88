"use client";
import { FieldGroup, type FieldProps } from "./field-group";
import { textOf, useField } from "./form-context";

/** One of many: a drop-down list that begins with nothing chosen. */
export function SelectField(
  props: FieldProps & {
    choices: { value: string; label: string; disabled?: boolean | undefined }[];
    value?: string | null | undefined;
    /** The words of the empty choice; null leaves it out. */
    empty?: string | null | undefined;
  },
) {
  const field = useField(props.name, props.hint, props.describedBy);
  return (
    <FieldGroup {...props} field={field}>
      <select
        className={`nhsuk-select${field.errors.length ? " nhsuk-select--error" : ""}`}
        id={field.id}
        name={props.name}
        defaultValue={textOf(field.typed, props.value)}
        disabled={props.disabled}
        aria-describedby={field.describedBy}
        aria-invalid={field.errors.length > 0 || undefined}
      >
        {props.empty !== null && <option value="">{props.empty ?? "Choose one"}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
}
