"use client";
import { FieldGroup, type FieldProps } from "./field-group";
import { useField } from "./form-context";

/** A file to upload. Browsers never fill it in again after a problem, so the hint should say so. */
export function FileField(props: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined }) {
  const field = useField(props.name, props.hint, props.describedBy);
  return (
    <FieldGroup {...props} field={field}>
      <input
        className={`nhsuk-file-upload__input ct-file${field.errors.length ? " nhsuk-input--error" : ""}`}
        id={field.id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={field.describedBy}
      />
    </FieldGroup>
  );
}
