import type { ReactNode } from "react";

/** Four to six figures beside each other. */
export function FigureRow({ children, label }: { children: ReactNode; label?: string | undefined }) {
  return (
    <ul className="ct-figures" aria-label={label}>
      {children}
    </ul>
  );
}

/** A figure with what it counts, how it changed, and its definition one press away. `spark` takes a `Sparkline`. */
export function Figure(props: {
  label: ReactNode;
  value: ReactNode;
  unit?: string | undefined;
  /** "1.2 points up on October". The word says the direction; `direction` adds an arrow. */
  change?: ReactNode | undefined;
  direction?: "up" | "down" | "same" | undefined;
  definition?: ReactNode | undefined;
  spark?: ReactNode | undefined;
  href?: string | undefined;
}) {
  const arrow = { up: "▲", down: "▼", same: "■" };
  return (
    <li className="ct-figure">
      <p className="ct-figure__label">{props.href ? <a href={props.href}>{props.label}</a> : props.label}</p>
      <p className="ct-figure__value">
        {props.value}
        {props.unit && <span className="ct-figure__unit"> {props.unit}</span>}
      </p>
      {props.change && (
        <p className="ct-figure__change">
          {props.direction && <span aria-hidden="true">{arrow[props.direction]} </span>}
          {props.change}
        </p>
      )}
      {props.spark}
      {props.definition && (
        <details className="ct-figure__definition">
          <summary>What this counts</summary>
          <div>{props.definition}</div>
        </details>
      )}
    </li>
  );
}
