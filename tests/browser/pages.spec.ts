import { expect, test } from "@playwright/test";
import { isFirstOf, shapeOf } from "./page-shape";
import { bearsTextSpacing, fromElsewhere, isAccessible, signedIn, staysWithin } from "./support";

test.describe.configure({ mode: "parallel" });

/** A window of 1280 by 1024 pixels at 400 %, and the narrowest phone. */
const fourfold = { width: 320, height: 256 };

/** Whose pages are looked at: between them they meet every part of the service. The longest first. */
const visitors = [
  "support@demo.example",
  "national@demo.example",
  "council@demo.example",
  "approver@demo.example",
  "manager@demo.example",
  "multisite@demo.example",
  "homecare@demo.example",
  "hospice@demo.example",
  "search@demo.example",
  "aggregate@demo.example",
  "nobody",
];

/**
 * Pages of one kind differ by what they show, not by how: one of each is read by each visitor, and drawn and looked at
 * unless another visitor's had the very same elements, classes, states and ids.
 */
const kindOf = (path: string) =>
  path.replace(/\/(\d+|[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}|E\d{8}|[0-9a-f-]{36})(?=\/|$)/g, "/…");

const left =
  /^\/(sign-out|api|dev\/mail\/|_next)|\.(?:ics|svg|png|csv|json)$|\/(download|pdf|html|export|template)|^\/help\//;

for (const visitor of visitors)
  test(`every page that ${visitor} can reach is accessible, on a desktop, on a phone and at 400 %`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(900_000);
    await page.setExtraHTTPHeaders(fromElsewhere());
    const start = visitor === "nobody" ? "/" : "/home";
    if (visitor === "nobody") await page.goto(start);
    else await signedIn(page, visitor);
    const waiting = [start];
    const met = new Set([kindOf(start)]);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const read = await page.request.get(path, { maxRetries: 2 });
      expect(read.status(), path).toBe(200);
      const { shape, links } = await shapeOf(page, await read.text());
      if (isFirstOf(project.outputDir, shape)) {
        await page.setViewportSize({ width: 1280, height: 900 });
        expect((await page.goto(path))?.status(), path).toBe(200);
        await isAccessible(page);
        for (const width of [1200, 1024, 800]) {
          await page.setViewportSize({ width, height: 900 });
          await staysWithin(page);
        }
        await page.setViewportSize({ width: 375, height: 740 });
        await isAccessible(page);
        await page.setViewportSize(fourfold);
        await isAccessible(page);
        await bearsTextSpacing(page);
      }
      for (const link of links.filter((link) => !left.test(link))) {
        if (met.has(kindOf(link))) continue;
        met.add(kindOf(link));
        waiting.push(link);
      }
    }
    expect(met.size).toBeGreaterThan(5);
  });
