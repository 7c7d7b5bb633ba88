"use client";
import { useRef } from "react";
import { FieldGroup, type FieldProps } from "./field-group";
import { textOf, useField } from "./form-context";
import { useHydrated } from "./use-hydrated";

/**
 * A whole or decimal number, typed on a number keyboard. `steppers` adds minus and plus buttons where JavaScript runs;
 * blank stays blank until someone types or presses.
 */
export function NumberField(
  props: FieldProps & {
    value?: number | string | null | undefined;
    width?: 2 | 3 | 4 | 5 | 10 | undefined;
    decimal?: boolean | undefined;
    suffix?: string | undefined;
    steppers?: boolean | undefined;
    /** What the buttons change, for a screen reader: "occupied general residential beds". */
    of?: string | undefined;
    /** Text beside the box, such as last month's figure. */
    beside?: React.ReactNode | undefined;
    className?: string | undefined;
  },
) {
  const field = useField(props.name, props.hint, props.describedBy);
  const besideId = `${field.id}-beside`;
  const describedBy = [field.describedBy, props.beside ? besideId : ""].filter(Boolean).join(" ") || undefined;
  const input = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const what = props.of ?? (typeof props.label === "string" ? props.label : "");
  const stepper = (by: 1 | -1) =>
    props.steppers &&
    hydrated && (
      <button type="button" className="ct-stepper" disabled={props.disabled} onClick={() => step(input.current, by)}>
        <span aria-hidden="true">{by === 1 ? "+" : "−"}</span>
        <span className="nhsuk-u-visually-hidden">{`${by === 1 ? "Add one" : "Take away one"}: ${what}`}</span>
      </button>
    );
  return (
    <FieldGroup {...props} field={field} className={props.className ?? ""}>
      <div className="ct-number">
        {stepper(-1)}
        <input
          className={`nhsuk-input nhsuk-input--width-${props.width ?? 5}${field.errors.length ? " nhsuk-input--error" : ""}`}
          ref={input}
          id={field.id}
          name={props.name}
          type="text"
          inputMode={props.decimal ? "decimal" : "numeric"}
          autoComplete="off"
          spellCheck={false}
          defaultValue={textOf(field.typed, props.value)}
          disabled={props.disabled}
          aria-describedby={describedBy}
          aria-invalid={field.errors.length > 0 || undefined}
        />
        {stepper(1)}
        {props.suffix && <span className="ct-number__suffix">{props.suffix}</span>}
        {props.beside && (
          <span className="ct-number__beside" id={besideId}>
            {props.beside}
          </span>
        )}
      </div>
    </FieldGroup>
  );
}

/** Adds to the number in a box, never below nought, and tells whoever listens that it changed. */
function step(input: HTMLInputElement | null, by: 1 | -1) {
  if (!input) return;
  const now = Number(input.value.replace(/[,\s]/g, ""));
  input.value = String(Math.max(0, (Number.isFinite(now) ? now : 0) + by));
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
