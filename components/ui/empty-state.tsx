import { Link } from "./link";
import type { ReactNode } from "react";

/** What there will be here, and what to do first. */
export function EmptyState(props: {
  heading: string;
  children?: ReactNode | undefined;
  action?: { href: string; label: string } | undefined;
}) {
  return (
    <div className="ct-empty">
      <h2 className="nhsuk-heading-s">{props.heading}</h2>
      {props.children}
      {props.action && (
        <p>
          <Link href={props.action.href}>{props.action.label}</Link>
        </p>
      )}
    </div>
  );
}
