import type { ReactNode } from "react";
import type { Problem } from "@/lib/outcome";
import { BackLink, Breadcrumb } from "./navigation-links";
import { PageTitle } from "./page-title";
import { ProblemsAtTop } from "./problems-at-top";

/**
 * A page inside the shell: the way back, a heading that says where one is and whose figures these are, and the content.
 * It writes the document's title ("Beds – Rosewood – Capacity Tracker"), so pages export no title of their own.
 */
export function Page(props: {
  heading: ReactNode;
  /** The title in the browser's tab where the heading is not plain text or should say more. */
  title?: string | undefined;
  /** A line above the heading: the location, area or task. */
  caption?: ReactNode | undefined;
  /** A sentence under the heading: the window and "as of" time. */
  summary?: ReactNode | undefined;
  back?: string | { href: string; label: string } | undefined;
  trail?: { label: string; href: string }[] | undefined;
  /** "reading" keeps text to a comfortable line, "wide" uses the container, "full" the screen. */
  width?: "reading" | "wide" | "full" | undefined;
  /** Problems that belong to the page rather than to a form on it. */
  problems?: Problem[] | undefined;
  /** Something above the heading, such as a notification banner. */
  banner?: ReactNode | undefined;
  /** Links or buttons beside the heading. */
  actions?: ReactNode | undefined;
  /** The content brings the page's only h1 itself, as a `Panel` does; `heading` then only makes the title. */
  ownHeading?: boolean | undefined;
  children: ReactNode;
}) {
  const { heading, caption, back, problems = [] } = props;
  const title = props.title ?? [heading, caption].filter((part) => typeof part === "string").join(" – ");
  const container = props.width === "full" ? "nhsuk-width-container-fluid" : "nhsuk-width-container";
  const text = (
    <ProblemsAtTop own={problems} banner={props.banner}>
      {!props.ownHeading && (
        <div className="ct-page__heading">
          <h1 className="nhsuk-heading-l">
            {caption && <span className="nhsuk-caption-l">{caption} </span>}
            {heading}
          </h1>
          {props.actions && <div className="ct-page__actions">{props.actions}</div>}
        </div>
      )}
      {props.summary && <p className="ct-page__summary">{props.summary}</p>}
      {props.children}
    </ProblemsAtTop>
  );
  return (
    <div className={container}>
      {props.trail && <Breadcrumb trail={props.trail} />}
      {back &&
        (typeof back === "string" ? <BackLink href={back} /> : <BackLink href={back.href}>{back.label}</BackLink>)}
      <main className="nhsuk-main-wrapper" id="main" tabIndex={-1}>
        <PageTitle title={problems.length ? `Error: ${title}` : title}>
          {(props.width ?? "reading") === "reading" ? (
            <div className="nhsuk-grid-row">
              <div className="nhsuk-grid-column-two-thirds">{text}</div>
            </div>
          ) : (
            text
          )}
        </PageTitle>
      </main>
    </div>
  );
}
