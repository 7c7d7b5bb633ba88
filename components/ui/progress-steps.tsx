/** How far one is in a task of several steps. */
export function ProgressSteps(props: { steps: string[]; current: number; label?: string | undefined }) {
  return (
    <nav className="ct-steps" aria-label={props.label ?? "Progress"}>
      <p className="ct-steps__count">
        Step {props.current + 1} of {props.steps.length}
        <span className="ct-steps__name">: {props.steps[props.current]}</span>
      </p>
      <ol className="ct-steps__list">
        {props.steps.map((step, at) => (
          <li
            key={step}
            className={`ct-steps__step ct-steps__step--${at < props.current ? "done" : at === props.current ? "current" : "next"}`}
            aria-current={at === props.current ? "step" : undefined}
          >
            {step}
            {at < props.current && <span className="nhsuk-u-visually-hidden"> (done)</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
