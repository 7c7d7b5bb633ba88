"use client";
import { useRef } from "react";
import type { Problem } from "@/lib/outcome";
import { focusField } from "./focus-field";
import { errorsOf, fieldId, warningsOf } from "./form-answer";
import { useTakesFocus } from "./use-takes-focus";

/**
 * The list of what to put right, at the top of the page, in page order. It takes the focus when it appears, without
 * JavaScript too, with its heading in view however long it is. Warnings are shown beside the button (`AcceptWarnings`) and counted here.
 */
export function ErrorSummary({ problems, ids = {} }: { problems: Problem[]; ids?: Record<string, string> }) {
  const summary = useRef<HTMLDivElement>(null);
  useTakesFocus(summary, { what: problems, block: "start" });
  const errors = errorsOf(problems);
  const asked = warningsOf(problems).length;
  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" ref={summary} tabIndex={-1} aria-labelledby="error-summary-title" role="alert">
      <h2 className="nhsuk-error-summary__title" id="error-summary-title" tabIndex={-1} autoFocus>
        There is a problem
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {errors.map(({ field, message, code, link }) => (
            <li key={`${field ?? ""} ${code ?? ""} ${message}`}>
              {field ? (
                <a href={`#${ids[field] ?? fieldId(field)}`} onClick={focusField}>
                  {message}
                </a>
              ) : (
                message
              )}
              {link && (
                <>
                  {". "}
                  <a href={link.href}>{link.label}</a>
                </>
              )}
            </li>
          ))}
        </ul>
        {asked > 0 && (
          <p>
            <a href="#accept-warnings" onClick={focusField}>
              {asked === 1 ? "There is also 1 question for you" : `There are also ${asked} questions for you`}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
