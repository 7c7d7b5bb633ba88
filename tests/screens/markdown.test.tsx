import { render, screen } from "@testing-library/react";
import { Markdown } from "@/components/ui";

const shown = (text: string) => render(<Markdown text={text} />).container;

test("Markdown becomes headings, lists and links of the design system", () => {
  shown("## Before you begin\n\n- one\n- two\n\nSee **this** [page](/windows).");
  expect(screen.getByRole("heading", { level: 2, name: "Before you begin" })).toHaveClass("nhsuk-heading-m");
  expect(screen.getByRole("list")).toHaveClass("nhsuk-list--bullet");
  expect(screen.getByRole("link", { name: "page" })).toHaveAttribute("href", "/windows");
  expect(screen.getByText("this").tagName).toBe("STRONG");
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  'Text <b onclick="alert(1)">bold</b>',
  "<iframe src=https://evil.example></iframe>",
  "<style>body{display:none}</style>",
  "<!-- comment --><div>\n\nfree\n\n</div>",
])("HTML in it is shown as the text it is: %s", (text) => {
  const container = shown(text);
  expect(container.querySelectorAll("script, img, b, iframe, style, [onclick], [onerror]")).toHaveLength(0);
  expect(container.textContent).toContain(text.split("\n")[0]);
});

test.each([
  "[x](javascript:alert(1))",
  "[x](JaVaScript:alert(1))",
  "[x](data:text/html,hello)",
  "[x](//evil.example)",
  "[x](vbscript:x)",
])("a link that leads nowhere we know stays as its words: %s", (text) => {
  expect(shown(text).querySelector("a")).toBeNull();
});

test("a picture from elsewhere is left out", () => {
  expect(shown("![tracker](https://evil.example/pixel.png)").querySelector("img")).toBeNull();
});
