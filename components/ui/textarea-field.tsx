"use client";
import { useState } from "react";
import { FieldGroup, type FieldProps } from "./field-group";
import { textOf, useField } from "./form-context";

/** Several lines of text. With `limit`, says how many characters are left. */
export function TextareaField(
  props: FieldProps & { value?: string | null | undefined; rows?: number | undefined; limit?: number | undefined },
) {
  const field = useField(props.name, props.hint, props.describedBy);
  const start = textOf(field.typed, props.value);
  const [length, setLength] = useState(start.length);
  const countId = `${field.id}-count`;
  const describedBy = [field.describedBy, props.limit ? countId : undefined].filter(Boolean).join(" ") || undefined;
  return (
    <FieldGroup {...props} field={field} className={props.limit ? "nhsuk-character-count" : ""}>
      <textarea
        className={`nhsuk-textarea${field.errors.length ? " nhsuk-textarea--error" : ""}`}
        id={field.id}
        name={props.name}
        rows={props.rows ?? 5}
        defaultValue={start}
        disabled={props.disabled}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        aria-describedby={describedBy}
        aria-invalid={field.errors.length > 0 || undefined}
      />
      {props.limit && (
        <p
          className={`nhsuk-hint nhsuk-character-count__message${length > props.limit ? " nhsuk-error-message" : ""}`}
          id={countId}
        >
          {charactersLeft(length, props.limit)}
        </p>
      )}
    </FieldGroup>
  );
}

/** How much may still be written: "You can enter up to 500 characters", "You have 12 characters remaining". */
function charactersLeft(length: number, limit: number) {
  const characters = (count: number) => `${count.toLocaleString("en-GB")} ${count === 1 ? "character" : "characters"}`;
  if (length === 0) return `You can enter up to ${characters(limit)}`;
  if (length > limit) return `You have ${characters(length - limit)} too many`;
  return `You have ${characters(limit - length)} remaining`;
}
