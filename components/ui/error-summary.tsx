"use client";
import { useEffect, useRef } from "react";
import type { Problem } from "@/lib/outcome";
import { errorsOf, fieldId, warningsOf } from "./form-answer";

/** The list of what to put right, at the top of the page, in page order; it takes the focus when it appears, without JavaScript too. */
export function ErrorSummary({ problems, ids = {} }: { problems: Problem[]; ids?: Record<string, string> }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  const errors = errorsOf(problems);
  const warnings = warningsOf(problems);
  return (
    <div
      className="nhsuk-error-summary"
      ref={summary}
      tabIndex={-1}
      autoFocus
      aria-labelledby="error-summary-title"
      role="alert"
    >
      <h2 className="nhsuk-error-summary__title" id="error-summary-title">
        {errors.length ? "There is a problem" : "Check these answers"}
      </h2>
      <div className="nhsuk-error-summary__body">
        {errors.length > 0 && <ProblemLinks problems={errors} ids={ids} />}
        {errors.length > 0 && warnings.length > 0 && <p>Check these answers too:</p>}
        {warnings.length > 0 && <ProblemLinks problems={warnings} ids={ids} />}
      </div>
    </div>
  );
}

function ProblemLinks({ problems, ids }: { problems: Problem[]; ids: Record<string, string> }) {
  return (
    <ul className="nhsuk-list nhsuk-error-summary__list">
      {problems.map(({ field, message, code, warning }) => {
        const id = field ? (ids[field] ?? fieldId(field)) : warning && code && `accept-${code}`;
        return (
          <li key={`${field ?? ""} ${code ?? ""} ${message}`}>
            {id ? (
              <a href={`#${id}`} onClick={focusField}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Moves to the control with its label in sight, as the design system does. */
function focusField(event: React.MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (!control) return;
  event.preventDefault();
  (
    control.closest("fieldset")?.querySelector("legend") ??
    control.closest(".nhsuk-form-group") ??
    control
  ).scrollIntoView();
  control.focus({ preventScroll: true });
}
