"use client";
import { useState } from "react";
import { FieldGroup, type FieldProps } from "./field-group";
import { useField } from "./form-context";
import { inputClass } from "./text-field";
import { useHydrated } from "./use-hydrated";

/** A password: never filled in again after a problem; it can be shown where JavaScript runs. */
export function PasswordField(props: FieldProps & { autoComplete?: "current-password" | "new-password" | undefined }) {
  const field = useField(props.name, props.hint, props.describedBy);
  const hydrated = useHydrated();
  const [shown, setShown] = useState(false);
  return (
    <FieldGroup {...props} field={field} className="nhsuk-password-input">
      <div className="nhsuk-input-wrapper">
        <input
          className={`${inputClass(field.errors.length > 0, 20)} nhsuk-password-input__input`}
          id={field.id}
          name={props.name}
          type={shown ? "text" : "password"}
          autoComplete={props.autoComplete ?? "current-password"}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={field.describedBy}
          aria-invalid={field.errors.length > 0 || undefined}
        />
        {hydrated && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
            aria-controls={field.id}
            aria-label={shown ? "Hide password" : "Show password"}
            onClick={() => setShown(!shown)}
          >
            {shown ? "Hide" : "Show"}
          </button>
        )}
      </div>
      <span className="nhsuk-u-visually-hidden" aria-live="polite">
        {shown && "Your password is visible"}
      </span>
    </FieldGroup>
  );
}
