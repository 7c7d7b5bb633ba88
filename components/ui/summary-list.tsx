import { Link } from "./link";
import type { ReactNode } from "react";
import { inSentence } from "@/lib/format";

/** Facts about one thing, each with its links to change it. */
export function SummaryList(props: {
  rows: {
    label: ReactNode;
    value: ReactNode;
    actions?: { href: string; label: string; about?: string }[] | undefined;
    /** The address where this row is changed: short for one action "Change". */
    change?: string | undefined;
    key?: string | undefined;
  }[];
  border?: boolean | undefined;
}) {
  const some = props.rows.some((row) => row.change || row.actions?.length);
  return (
    <dl className={`nhsuk-summary-list${props.border === false ? " nhsuk-summary-list--no-border" : ""}`}>
      {props.rows.map((row, at) => {
        const about = typeof row.label === "string" ? inSentence(row.label) : undefined;
        const actions = row.actions ?? (row.change ? [{ href: row.change, label: "Change", about }] : []);
        return (
          <div
            className={`nhsuk-summary-list__row${some && !actions.length ? " nhsuk-summary-list__row--no-actions" : ""}`}
            key={row.key ?? (typeof row.label === "string" ? row.label : at)}
          >
            <dt className="nhsuk-summary-list__key">{row.label}</dt>
            <dd className="nhsuk-summary-list__value">{row.value}</dd>
            {actions.length > 0 && (
              <dd className="nhsuk-summary-list__actions">
                <ul className="nhsuk-summary-list__actions-list">
                  {actions.map((action) => (
                    <li className="nhsuk-summary-list__actions-list-item" key={action.href + action.label}>
                      <Link href={action.href}>
                        {action.label}
                        {action.about && <span className="nhsuk-u-visually-hidden"> {action.about}</span>}
                      </Link>
                    </li>
                  ))}
                </ul>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
