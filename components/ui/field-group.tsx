"use client";
import type { ReactNode } from "react";
import type { useField } from "./form-context";

export type LabelSize = "s" | "m" | "l" | "xl";

/** What every field takes. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  labelSize?: LabelSize | undefined;
  /** Ids of further text that describes the field. */
  describedBy?: string | undefined;
  /** Adds "(optional)" to the label. */
  optional?: boolean | undefined;
  /** Keeps the label for screen readers only, where the page already says it. */
  labelHidden?: boolean | undefined;
  disabled?: boolean | undefined;
}

type Field = ReturnType<typeof useField>;

/** A label, hint, problems and the control, in the design system's order. */
export function FieldGroup(props: FieldProps & { field: Field; children: ReactNode; className?: string | undefined }) {
  const { field, label, labelSize, optional, labelHidden } = props;
  const size = labelSize ? ` nhsuk-label--${labelSize}` : "";
  return (
    <div className={groupClass(field, props.className)}>
      <label className={labelHidden ? "nhsuk-u-visually-hidden" : `nhsuk-label${size}`} htmlFor={field.id}>
        {label}
        {optional && " (optional)"}
      </label>
      <Hint field={field} hint={props.hint} />
      <FieldMessages field={field} />
      {props.children}
    </div>
  );
}

/** The same for several controls that answer one question: a fieldset with a legend. */
export function FieldsetGroup(
  props: FieldProps & { field: Field; children: ReactNode; className?: string | undefined },
) {
  const { field, label, labelSize = "s", optional, labelHidden } = props;
  return (
    <div className={groupClass(field, props.className)}>
      <fieldset className="nhsuk-fieldset" aria-describedby={field.describedBy}>
        <legend
          className={
            labelHidden
              ? "nhsuk-fieldset__legend nhsuk-u-visually-hidden"
              : `nhsuk-fieldset__legend nhsuk-fieldset__legend--${labelSize}`
          }
        >
          {label}
          {optional && " (optional)"}
        </legend>
        <Hint field={field} hint={props.hint} />
        <FieldMessages field={field} />
        {props.children}
      </fieldset>
    </div>
  );
}

/** Shows what is wrong with a field beside it. Warnings are shown beside the button. */
export function FieldMessages({ field }: { field: Field }) {
  return (
    <>
      {field.errors.length > 0 && (
        <div className="nhsuk-error-message" id={`${field.id}-error`}>
          {field.errors.map((message) => (
            <p key={message} className="ct-message">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {message}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

function Hint({ field, hint }: { field: Field; hint?: ReactNode | undefined }) {
  return hint ? (
    <div className="nhsuk-hint" id={`${field.id}-hint`}>
      {hint}
    </div>
  ) : null;
}

const groupClass = (field: Field, more = "") =>
  `nhsuk-form-group${field.errors.length ? " nhsuk-form-group--error" : ""}${more ? ` ${more}` : ""}`;
