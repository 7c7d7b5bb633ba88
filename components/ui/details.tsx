import type { ReactNode } from "react";

/** More, one press away. */
export function Details(props: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  expander?: boolean | undefined;
}) {
  return (
    <details className={`nhsuk-details${props.expander ? " nhsuk-expander" : ""}`} open={props.open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{props.summary}</span>
      </summary>
      <div className="nhsuk-details__text">{props.children}</div>
    </details>
  );
}
