"use client";
import type { HTMLInputTypeAttribute } from "react";
import { FieldGroup, type FieldProps } from "./field-group";
import { textOf, useField } from "./form-context";

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

/** One line of text. `width` is the expected length in characters. */
export function TextField(
  props: FieldProps & {
    value?: string | number | null | undefined;
    type?: Extract<HTMLInputTypeAttribute, "text" | "email" | "tel" | "url" | "search" | "time"> | undefined;
    autoComplete?: string | undefined;
    inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | "search" | undefined;
    width?: InputWidth | undefined;
    prefix?: string | undefined;
    suffix?: string | undefined;
    spellCheck?: boolean | undefined;
    maxLength?: number | undefined;
    autoFocus?: boolean | undefined;
  },
) {
  const field = useField(props.name, props.hint, props.describedBy);
  const input = (
    <input
      className={inputClass(field.errors.length > 0, props.width)}
      id={field.id}
      name={props.name}
      type={props.type ?? "text"}
      defaultValue={textOf(field.typed, props.value)}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      spellCheck={props.spellCheck}
      maxLength={props.maxLength}
      autoFocus={props.autoFocus}
      disabled={props.disabled}
      aria-describedby={field.describedBy}
      aria-invalid={field.errors.length > 0 || undefined}
    />
  );
  return (
    <FieldGroup {...props} field={field}>
      {props.prefix || props.suffix ? (
        <div className="nhsuk-input-wrapper">
          {props.prefix && (
            <div className="nhsuk-input-wrapper__prefix" aria-hidden="true">
              {props.prefix}
            </div>
          )}
          {input}
          {props.suffix && (
            <div className="nhsuk-input-wrapper__suffix" aria-hidden="true">
              {props.suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </FieldGroup>
  );
}

/** The classes of a text input. */
export const inputClass = (wrong: boolean, width?: InputWidth) =>
  ["nhsuk-input", wrong ? "nhsuk-input--error" : "", width ? `nhsuk-input--width-${width}` : ""]
    .filter(Boolean)
    .join(" ");
