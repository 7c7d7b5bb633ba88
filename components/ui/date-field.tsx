"use client";
import { useContext } from "react";
import { FieldsetGroup, type FieldProps } from "./field-group";
import { fieldId } from "./form-answer";
import { FormContext, textOf, useField } from "./form-context";

const PARTS = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/**
 * A day, month and year, posted as `name.day`, `name.month` and `name.year`. A problem may name the whole field or one
 * part. `value` is an ISO date such as "2026-11-16".
 */
export function DateField(
  props: FieldProps & { value?: string | null | undefined; autoComplete?: "bday" | undefined },
) {
  const { answer } = useContext(FormContext);
  const whole = useField(props.name, props.hint, props.describedBy);
  const wrong = answer.problems.filter((p) => !p.warning && p.field?.startsWith(`${props.name}.`));
  const errors = [...new Set([...whole.errors, ...wrong.map((p) => p.message)])];
  const describedBy = [props.hint ? `${whole.id}-hint` : "", errors.length ? `${whole.id}-error` : ""].join(" ").trim();
  const [year, month, day] = (props.value ?? "").split("-").map((part) => part.replace(/^0+/, ""));
  const saved = { day, month, year };
  return (
    <FieldsetGroup {...props} field={{ ...whole, errors, describedBy: describedBy || undefined }}>
      <div className="nhsuk-date-input">
        {PARTS.map(({ part, label, width }, at) => {
          const name = `${props.name}.${part}`;
          const id = at === 0 && !wrong.some((p) => p.field === name) ? whole.id : fieldId(name);
          const bad = whole.errors.length > 0 || wrong.some((p) => p.field === name);
          return (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
                {label}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${bad ? " nhsuk-input--error" : ""}`}
                id={id}
                name={name}
                type="text"
                inputMode="numeric"
                autoComplete={props.autoComplete ? `${props.autoComplete}-${part}` : undefined}
                defaultValue={textOf(answer.typed[name], saved[part])}
              />
            </div>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
