"use client";
import { useContext } from "react";
import type { FormAnswer, Problem } from "@/lib/outcome";
import { warningsOf } from "./form-answer";
import { FormContext, textOf } from "./form-context";

/**
 * The warnings of the form's last answer, each to be accepted with a tick and, if one likes, a reason. Posts
 * `accept.<code>` = "yes" and `reason.<code>`. `expected` are those that the form's figures are known to raise, drawn
 * before the first press. What was ticked stays, with its reason, while something else is put right. Draws nothing when
 * there are none.
 */
export function AcceptWarnings({ expected = [] }: { expected?: readonly Problem[] | undefined }) {
  const { answer } = useContext(FormContext);
  const warnings = new Map<string, Problem>();
  for (const warning of [...expected, ...ticked(answer), ...warningsOf(answer.problems)])
    if (warning.code) warnings.set(warning.code, warning);
  if (warnings.size === 0) return null;
  const all = [...warnings.values()];
  const ofAnswers = all.some(({ tick }) => tick === undefined);
  return (
    <div className="ct-accept">
      <fieldset className="nhsuk-fieldset" id="accept-warnings">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
          {ofAnswers ? "Are these answers right?" : "Is this what you want to do?"}
        </legend>
        <p>
          {ofAnswers && expected.length === 0
            ? "Change the answer above, or tick to say that it is right."
            : "Tick the box, then press the button again."}
        </p>
        {all.map((warning) => (
          <Warning key={warning.code} {...warning} typed={answer.typed} />
        ))}
      </fieldset>
    </div>
  );
}

/** What was ticked before, and is not asked about again. */
const ticked = ({ typed }: FormAnswer): Problem[] =>
  Object.keys(typed).flatMap((name) => {
    const code = name.startsWith("asked.") ? name.slice("asked.".length) : "";
    const message = textOf(typed[name]);
    const tick = textOf(typed[`tick.${code}`]);
    return typed[`accept.${code}`] === "yes" ? [{ code, message, ...(tick && { tick }) }] : [];
  });

function Warning({ code = "", message, tick, typed }: Problem & { typed: FormAnswer["typed"] }) {
  return (
    <div className="nhsuk-form-group ct-accept__warning">
      <p id={`accept-${code}-message`}>{message}</p>
      <input type="hidden" name={`asked.${code}`} value={message} />
      {tick && <input type="hidden" name={`tick.${code}`} value={tick} />}
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={`accept-${code}`}
            name={`accept.${code}`}
            value="yes"
            defaultChecked={typed[`accept.${code}`] === "yes"}
            aria-describedby={`accept-${code}-message`}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`accept-${code}`}>
            {tick ?? "I have checked this and it is right"}
          </label>
        </div>
      </div>
      {!tick && (
        <>
          <label className="nhsuk-label" htmlFor={`reason-${code}`}>
            Why it is right (optional)
          </label>
          <input
            className="nhsuk-input"
            type="text"
            id={`reason-${code}`}
            name={`reason.${code}`}
            defaultValue={textOf(typed[`reason.${code}`])}
          />
        </>
      )}
    </div>
  );
}
