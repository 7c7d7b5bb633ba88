import MarkdownToReact from "markdown-to-jsx/react";
import type { ReactNode } from "react";

/**
 * Text that was written in Markdown, with the design system's look. HTML in it is shown as the text it is, pictures are
 * left out, and links lead to pages of ours, of the web or to an email address alone. Headings begin at the second level.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="ct-markdown">
      <MarkdownToReact options={options}>{text}</MarkdownToReact>
    </div>
  );
}

type Part = { children?: ReactNode };
const heading =
  (Level: "h2" | "h3" | "h4", size: "m" | "s" | "xs") =>
  ({ children }: Part) => <Level className={`nhsuk-heading-${size}`}>{children}</Level>;
const list =
  (List: "ul" | "ol", look: "bullet" | "number") =>
  ({ children }: Part) => <List className={`nhsuk-list nhsuk-list--${look}`}>{children}</List>;

const safe = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i;

/** An address that leads nowhere we know stays as its words. */
function Link({ href, children }: Part & { href?: string }) {
  return href !== undefined && safe.test(href) ? <a href={href}>{children}</a> : <>{children}</>;
}

const options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  wrapper: "div",
  slugify: () => "",
  overrides: {
    h1: heading("h2", "m"),
    h2: heading("h2", "m"),
    h3: heading("h3", "s"),
    h4: heading("h4", "xs"),
    h5: heading("h4", "xs"),
    h6: heading("h4", "xs"),
    ul: list("ul", "bullet"),
    ol: list("ol", "number"),
    a: Link,
    img: () => null,
  },
} as const;
