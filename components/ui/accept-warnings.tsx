"use client";
import { useContext, useRef } from "react";
import type { FormAnswer, Problem } from "@/lib/outcome";
import { focusField } from "./focus-field";
import { errorsOf, fieldId, warningsOf } from "./form-answer";
import { FormContext, textOf } from "./form-context";
import { useTakesFocus } from "./use-takes-focus";

/**
 * The warnings of the form's last answer, beside the button that was pressed, each to be accepted with a tick and, if one
 * likes, a reason. Posts `accept.<code>` = "yes" and `reason.<code>`. `expected` are those that the form's figures are
 * known to raise, drawn before the first press. What was ticked stays, with its reason, while something else is put
 * right. It takes the focus where there is nothing else to put right, and draws nothing when there are none.
 *
 * A form with several buttons draws it beside each: with `press`, what happened when that button was pressed; without,
 * all that is not drawn beside one of the buttons in `elsewhere`.
 */
export function AcceptWarnings(props: {
  expected?: readonly Problem[] | undefined;
  press?: { name: string; value: string } | undefined;
  elsewhere?: { name: string; values: readonly string[] } | undefined;
}) {
  const { expected = [], press, elsewhere } = props;
  const { answer } = useContext(FormContext);
  const all = asked(answer, expected).filter(({ tick }) => {
    const happened = tick !== undefined;
    if (press) return happened && answer.typed[press.name] === press.value;
    return !happened || !elsewhere?.values.includes(textOf(answer.typed[elsewhere.name]));
  });
  const wanted = all.length > 0 && answer.problems.length > 0 && errorsOf(answer.problems).length === 0;
  const place = useRef<HTMLFieldSetElement>(null);
  useTakesFocus(place, { what: answer, block: "center", wanted });
  if (all.length === 0) return null;
  const ofAnswers = all.some(({ tick }) => tick === undefined);
  return (
    <div className="ct-accept">
      <fieldset
        className="nhsuk-fieldset"
        id={press ? `accept-warnings-${press.value}` : "accept-warnings"}
        ref={place}
        tabIndex={-1}
        autoFocus={wanted}
      >
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
          {ofAnswers ? "Are these answers right?" : "Is this what you want to do?"}
        </legend>
        <p>
          {ofAnswers && expected.length === 0
            ? "Change the answer, or tick to say that it is right. Then press the button again."
            : "Tick the box, then press the button again."}
        </p>
        {all.map((warning) => (
          <Warning key={warning.code} {...warning} typed={answer.typed} />
        ))}
      </fieldset>
    </div>
  );
}

/** Each warning once: those expected, those ticked before, and those of the last answer. */
function asked(answer: FormAnswer, expected: readonly Problem[]): Problem[] {
  const warnings = new Map<string, Problem>();
  for (const warning of [...expected, ...ticked(answer), ...warningsOf(answer.problems)])
    if (warning.code) warnings.set(warning.code, warning);
  return [...warnings.values()];
}

/** What was ticked before, and is not shown again. */
const ticked = ({ typed }: FormAnswer): Problem[] =>
  Object.keys(typed).flatMap((name) => {
    const code = name.startsWith("asked.") ? name.slice("asked.".length) : "";
    const message = textOf(typed[name]);
    const tick = textOf(typed[`tick.${code}`]);
    return typed[`accept.${code}`] === "yes" ? [{ code, message, ...(tick && { tick }) }] : [];
  });

function Warning({ code = "", message, tick, link, field, typed }: Problem & { typed: FormAnswer["typed"] }) {
  return (
    <div className="nhsuk-form-group ct-accept__warning">
      <p id={`accept-${code}-message`}>{message}</p>
      {link && (
        <p>
          <a href={link.href}>{link.label}</a>
        </p>
      )}
      {field && !tick && (
        <p>
          <a href={`#${fieldId(field)}`} onClick={focusField}>
            Change the answer<span className="nhsuk-u-visually-hidden">: {message}</span>
          </a>
        </p>
      )}
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
