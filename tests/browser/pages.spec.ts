import { expect, test, type Page } from "@playwright/test";
import { fromElsewhere, isAccessible, signIn } from "./support";

test.describe.configure({ mode: "parallel" });

/** Whose pages are looked at: between them they meet every part of the service. */
const visitors = [
  "nobody",
  "manager@demo.example",
  "approver@demo.example",
  "multisite@demo.example",
  "homecare@demo.example",
  "hospice@demo.example",
  "council@demo.example",
  "national@demo.example",
  "search@demo.example",
  "aggregate@demo.example",
  "support@demo.example",
];

/** Pages of one kind differ by what they show, not by how: one of each is looked at. */
const kindOf = (path: string) =>
  path.replace(/\/(\d+|[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}|E\d{8}|[0-9a-f-]{36})(?=\/|$)/g, "/…");

const left = /^\/(sign-out|api|dev\/mail\/|_next)|\.ics$|\/(download|pdf|html|export|template)|^\/help\//;

async function linksOn(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("a[href^='/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.map((href) => href.split(/[?#]/)[0] ?? "").filter((path) => path !== "" && !left.test(path));
}

for (const visitor of visitors)
  test(`every page that ${visitor} can reach is accessible, on a desktop and on a phone`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.setExtraHTTPHeaders(fromElsewhere());
    if (visitor !== "nobody") await signIn(page, visitor);
    const start = visitor === "nobody" ? "/" : "/home";
    const waiting = [start];
    const met = new Set([kindOf(start)]);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await page.setViewportSize({ width: 1280, height: 900 });
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await isAccessible(page);
      await page.setViewportSize({ width: 375, height: 740 });
      await isAccessible(page);
      for (const link of await linksOn(page)) {
        if (met.has(kindOf(link))) continue;
        met.add(kindOf(link));
        waiting.push(link);
      }
    }
    expect(met.size).toBeGreaterThan(5);
  });
