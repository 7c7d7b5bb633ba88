import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";

export interface PageShape {
  /** The same for two pages that differ only in words, numbers and how many like rows they have. */
  shape: string;
  /** Our own addresses that the page links to, without what follows a "?" or "#". */
  links: string[];
}

/** Works out the shape of a page from its HTML with the browser's own parser, without drawing it. */
export async function shapeOf(page: Page, html: string): Promise<PageShape> {
  const { parts, links } = await page.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, "text/html");
    const refersBy = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list"];
    const unlike = ["href", "src", "value", "name", "content", "nonce", "d", "x", "y", "cx", "cy", "title", "action"];
    const missing = [...read.querySelectorAll(refersBy.map((by) => `[${by}]`).join())].flatMap((element) =>
      refersBy
        .flatMap((by) => (element.getAttribute(by) ?? "").split(/\s+/))
        .filter((id) => id !== "" && !read.getElementById(id)),
    );
    const withoutNumbers = (text: string) => text.replace(/\d+/g, "0");
    const attributesOf = (element: Element) =>
      [...element.attributes]
        .filter(({ name }) => !unlike.includes(name) && !name.startsWith("data-"))
        .map(({ name, value }) => `${name}=${/^(?:alt|aria-label)$/.test(name) ? value !== "" : withoutNumbers(value)}`)
        .sort()
        .join(" ");
    const wordsOf = (text: string) => {
      const longest = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
      return longest === 0 ? "" : longest > 25 ? `long ${String(longest)}` : "words";
    };
    const draw = (node: Node): string => {
      if (node instanceof Text) return wordsOf(node.data);
      if (!(node instanceof Element) || node.matches("script, style, link, meta")) return "";
      const inside: string[] = [];
      for (const child of node.childNodes) {
        const drawn = draw(child);
        if (drawn !== "" && drawn !== inside.at(-1)) inside.push(drawn);
      }
      return `<${node.tagName} ${attributesOf(node)}>${inside.join("")}</>`;
    };
    return {
      parts: [draw(read.documentElement), ...missing].join("\n"),
      links: [...read.querySelectorAll("a[href^='/']")].map((link) => link.getAttribute("href") ?? ""),
    };
  }, html);
  const shape = createHash("sha256").update(parts).digest("hex");
  return { shape, links: links.map((href) => href.split(/[?#]/)[0] ?? "").filter((href) => href !== "") };
}

/** Whether no test of this run has claimed the shape before, whichever process it runs in. */
export function isFirstOf(outputDir: string, shape: string): boolean {
  mkdirSync(path.join(outputDir, "shapes"), { recursive: true });
  try {
    mkdirSync(path.join(outputDir, "shapes", shape));
    return true;
  } catch {
    return false;
  }
}
