import { Link } from "./link";
import type { ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class";

/** Skips what is the same on every page. */
export function SkipLink({ href = "#main" }: { href?: string | undefined }) {
  return (
    <a className="nhsuk-skip-link" href={href}>
      Skip to main content
    </a>
  );
}

/** Back to where one came from: a real address, not the browser's history. */
export function BackLink({ href, children = "Back" }: { href: string; children?: ReactNode | undefined }) {
  return (
    <nav className="ct-back" aria-label="Back">
      <Link className="nhsuk-back-link" href={href}>
        {children}
      </Link>
    </nav>
  );
}

/** The pages above this page, nearest last. On a phone only the nearest is shown. */
export function Breadcrumb({ trail }: { trail: { label: string; href: string }[] }) {
  const nearest = trail.at(-1);
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {trail.map((step) => (
          <li key={step.href} className="nhsuk-breadcrumb__list-item">
            <Link className="nhsuk-breadcrumb__link" href={step.href}>
              {step.label}
            </Link>
          </li>
        ))}
      </ol>
      {nearest && (
        <Link className="nhsuk-back-link" href={nearest.href}>
          <span className="nhsuk-u-visually-hidden">Back to &nbsp;</span>
          {nearest.label}
        </Link>
      )}
    </nav>
  );
}

/** A link that looks like a button: for going somewhere, not for changing something. */
export function ButtonLink(props: {
  href: string;
  children: ReactNode;
  look?: ButtonLook | undefined;
  small?: boolean | undefined;
}) {
  return (
    <Link className={buttonClass(props.look, props.small)} href={props.href} draggable={false}>
      {props.children}
    </Link>
  );
}

/** The one thing to do next on a page of text. */
export function ActionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="nhsuk-action-link" href={href}>
      <svg
        className="nhsuk-icon nhsuk-icon--arrow-right-circle"
        viewBox="0 0 24 24"
        width="16"
        height="16"
        focusable="false"
        aria-hidden="true"
      >
        <path d="M12 2a10 10 0 0 0-10 9h11.7l-4-4a1 1 0 0 1 1.5-1.4l5.6 5.7a1 1 0 0 1 0 1.4l-5.6 5.7a1 1 0 0 1-1.5 0 1 1 0 0 1 0-1.4l4-4H2A10 10 0 1 0 12 2z" />
      </svg>
      <span className="nhsuk-action-link__text">{children}</span>
    </Link>
  );
}

/** The pages of a guide; the one without an address is this one. */
export function ContentsList({ pages }: { pages: { label: string; href: string; current?: boolean | undefined }[] }) {
  return (
    <nav className="nhsuk-contents-list" aria-label="Pages in this guide">
      <h2 className="nhsuk-u-visually-hidden">Contents</h2>
      <ol className="nhsuk-contents-list__list">
        {pages.map(({ label, href, current }) => (
          <li key={href} className="nhsuk-contents-list__item" aria-current={current ? "page" : undefined}>
            {current ? (
              <span className="nhsuk-contents-list__current">{label}</span>
            ) : (
              <Link className="nhsuk-contents-list__link" href={href}>
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
