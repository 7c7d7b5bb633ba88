"use client";
import { useContext } from "react";
import type { Problem } from "@/lib/outcome";
import { warningsOf } from "./form-answer";
import { FormContext, textOf } from "./form-context";

/**
 * The warnings of the form's last answer, each to be accepted with a tick and, if one likes, a reason. Posts
 * `accept.<code>` = "yes" and `reason.<code>`. `expected` are those that the form's figures are known to raise, drawn
 * before the first press. Draws nothing when there are none.
 */
export function AcceptWarnings(props: { heading?: string | undefined; expected?: readonly Problem[] | undefined }) {
  const { heading = "Are these answers right?", expected = [] } = props;
  const { answer } = useContext(FormContext);
  const answered = warningsOf(answer.problems).filter((warning) => warning.code);
  const others = expected.filter(({ code }) => code && !answered.some((warning) => warning.code === code));
  const warnings = [...others, ...answered];
  if (warnings.length === 0) return null;
  return (
    <div className="ct-accept">
      <fieldset className="nhsuk-fieldset" id="accept-warnings">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{heading}</legend>
        <p>
          {expected.length > 0
            ? "Tick to say that it is right."
            : "Change the answer above, or tick to say that it is right."}
        </p>
        {warnings.map(({ code = "", message }) => (
          <div className="nhsuk-form-group ct-accept__warning" key={code}>
            <p id={`accept-${code}-message`}>{message}</p>
            <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
              <div className="nhsuk-checkboxes__item">
                <input
                  className="nhsuk-checkboxes__input"
                  type="checkbox"
                  id={`accept-${code}`}
                  name={`accept.${code}`}
                  value="yes"
                  defaultChecked={answer.typed[`accept.${code}`] === "yes"}
                  aria-describedby={`accept-${code}-message`}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`accept-${code}`}>
                  I have checked this and it is right
                </label>
              </div>
            </div>
            <label className="nhsuk-label" htmlFor={`reason-${code}`}>
              Why it is right (optional)
            </label>
            <input
              className="nhsuk-input"
              type="text"
              id={`reason-${code}`}
              name={`reason.${code}`}
              defaultValue={textOf(answer.typed[`reason.${code}`])}
            />
          </div>
        ))}
      </fieldset>
    </div>
  );
}
