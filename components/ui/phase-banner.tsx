import type { ReactNode } from "react";

/** The line under the header: what phase the service is in, where to say what one thinks, and in a demo its clock. */
export function PhaseBanner(props: {
  phase?: string | undefined;
  feedbackUrl?: string | undefined;
  children?: ReactNode | undefined;
}) {
  return (
    <aside className="ct-phase-banner" aria-label="About this service">
      <div className="nhsuk-width-container">
        <p className="ct-phase-banner__text">
          <strong className="nhsuk-tag ct-phase-banner__tag">{props.phase ?? "New"}</strong>
          <span>
            {props.children}
            {props.children && props.feedbackUrl ? " " : null}
            {props.feedbackUrl && (
              <>
                Help us improve it: <a href={props.feedbackUrl}>give your feedback</a>.
              </>
            )}
          </span>
        </p>
      </div>
    </aside>
  );
}
