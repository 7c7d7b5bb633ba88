import type { ReactNode } from "react";

/** The confirmation at the end of a task: what was done, and the reference in large. */
export function Panel({ title, children }: { title: ReactNode; children?: ReactNode | undefined }) {
  return (
    <div className="nhsuk-panel">
      <h1 className="nhsuk-panel__title">{title}</h1>
      {children && <div className="nhsuk-panel__body">{children}</div>}
    </div>
  );
}

/** What is worth a second look. */
export function InsetText({ children }: { children: ReactNode }) {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      {children}
    </div>
  );
}

/** What one must know before going on. */
export function WarningCallout({
  heading = "Important",
  children,
}: {
  heading?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading">
          {!/important/i.test(heading) && <span className="nhsuk-u-visually-hidden">Important: </span>}
          {heading}
        </h2>
        {children}
      </div>
    </div>
  );
}

/** News about the page as a whole: something that was just done (`success`) or that one should know. */
export function NotificationBanner(props: {
  heading: ReactNode;
  children?: ReactNode | undefined;
  success?: boolean | undefined;
  title?: string | undefined;
}) {
  const { success = false } = props;
  return (
    <div
      className={`nhsuk-notification-banner${success ? " nhsuk-notification-banner--success" : ""}`}
      role={success ? "alert" : "region"}
      aria-label={props.title ?? (success ? "Success" : "Important")}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title">{props.title ?? (success ? "Success" : "Important")}</h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{props.heading}</p>
        {props.children}
      </div>
    </div>
  );
}
