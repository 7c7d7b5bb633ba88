import type { ReactNode } from "react";

/** Fields that belong together, under one legend; with `heading` the legend is also a heading of the page. */
export function Fieldset(props: {
  legend: ReactNode;
  hint?: ReactNode | undefined;
  size?: "s" | "m" | "l" | "xl" | undefined;
  heading?: "h1" | "h2" | "h3" | undefined;
  id?: string | undefined;
  children: ReactNode;
}) {
  const Heading = props.heading;
  const hintId = props.id && props.hint ? `${props.id}-hint` : undefined;
  return (
    <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-6" id={props.id} aria-describedby={hintId}>
      <legend className={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${props.size ?? "m"}`}>
        {Heading ? <Heading className="nhsuk-fieldset__heading">{props.legend}</Heading> : props.legend}
      </legend>
      {props.hint && (
        <div className="nhsuk-hint" id={hintId}>
          {props.hint}
        </div>
      )}
      {props.children}
    </fieldset>
  );
}

/** A value the form carries without showing it. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}
