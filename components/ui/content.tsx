import Link from "next/link";
import type { ReactNode } from "react";
import { Details as NhsDetails, DetailsSummary, DetailsText, InsetText as NhsInsetText } from "nhsuk-react-components";

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
  return <NhsInsetText>{children}</NhsInsetText>;
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

/** More, one press away. */
export function Details(props: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  expander?: boolean | undefined;
}) {
  return (
    <NhsDetails expander={props.expander ?? false} open={props.open}>
      <DetailsSummary>{props.summary}</DetailsSummary>
      <DetailsText>{props.children}</DetailsText>
    </NhsDetails>
  );
}

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
        const about = typeof row.label === "string" ? row.label.toLowerCase() : undefined;
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

/** What to do and what not to do. */
export function DoDontList({
  kind,
  heading,
  points,
}: {
  kind: "do" | "dont";
  heading?: string | undefined;
  points: ReactNode[];
}) {
  const tick = kind === "do";
  return (
    <div className="nhsuk-card nhsuk-card--feature">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-card__heading">{heading ?? (tick ? "Do" : "Don’t")}</h3>
        <ul className={`nhsuk-list nhsuk-list--${tick ? "tick" : "cross"}`}>
          {points.map((point, at) => (
            <li key={at}>
              <svg
                className={`nhsuk-icon nhsuk-icon--${tick ? "tick" : "cross"}`}
                viewBox="0 0 24 24"
                width="24"
                height="24"
                aria-hidden="true"
                focusable="false"
              >
                <path
                  d={tick ? "m5 12 5 5L19 8" : "m6 6 12 12M18 6 6 18"}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="3"
                  strokeLinecap="round"
                />
              </svg>
              {!tick && "do not "}
              {point}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

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

/** Links for removing filters that are on, one each. */
export function FilterTags({
  tags,
  clearHref,
}: {
  tags: { label: string; removeHref: string }[];
  clearHref?: string | undefined;
}) {
  if (tags.length === 0) return null;
  return (
    <ul className="ct-filter-tags" aria-label="Filters that are on">
      {tags.map((tag) => (
        <li key={tag.label}>
          <Link className="ct-filter-tag" href={tag.removeHref}>
            <span aria-hidden="true">✕ </span>
            <span className="nhsuk-u-visually-hidden">Remove filter: </span>
            {tag.label}
          </Link>
        </li>
      ))}
      {clearHref && (
        <li>
          <Link className="ct-filter-tag ct-filter-tag--clear" href={clearHref}>
            Clear all filters
          </Link>
        </li>
      )}
    </ul>
  );
}
