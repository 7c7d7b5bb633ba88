import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, type Page, type Response } from "@playwright/test";
import { root } from "./own-service";
import { as, leave } from "./people";
import { isAccessible } from "./support";

/** A server over the same database whose settings name a tile server. Its pictures are answered here: nothing leaves this machine. */
const step = <T>(file: string) => import(pathToFileURL(path.join(root, "scripts/steps", file)).href) as Promise<T>;
let server: { stop(): Promise<unknown> };
let withTiles = "";
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test.beforeAll(async () => {
  const { freePort } = await step<{ freePort(): Promise<number> }>("ports.mjs");
  const { serve } = await step<{ serve(args: string[], at: object): Promise<typeof server> }>("serve.mjs");
  const port = await freePort();
  withTiles = `http://localhost:${port}`;
  const env = {
    ...{ PORT: String(port), HOSTNAME: "127.0.0.1", APP_ORIGIN: withTiles, WORKER_IN_APP: "no" },
    ...{ MAP_TILES_URL: "https://tiles.example/{z}/{x}/{y}.png", MAP_TILES_CREDIT: "© Tiles Example" },
  };
  server = await serve([".next/standalone/start.mjs"], { env, port, output: "ignore" });
});
test.afterAll(() => server.stop());
test.afterEach(({ browser }) => leave(browser));

/** What a page fetches from now on. */
function fetched(page: Page): Response[] {
  const all: Response[] = [];
  page.on("response", (response) => all.push(response));
  return all;
}
const scriptsAmong = async (all: readonly Response[]): Promise<string> =>
  (await Promise.all(all.filter((one) => one.url().includes("/_next/static/")).map((one) => one.text()))).join("\n");

test("without a tile server the map asks no one else and loads no Leaflet", async ({ browser }) => {
  const page = await as(browser, "discharge@demo.example");
  const all = fetched(page);
  await page.goto("/find?near=OL1+1AA", { waitUntil: "networkidle" });
  await expect(page.locator("svg.ct-map__picture")).toBeVisible();
  const { origin } = new URL(page.url());
  expect(all.map((one) => one.url()).filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(await scriptsAmong(all)).not.toContain("leaflet-tile");
});

test("with one, the map is drawn over its pictures, is moved, and searches what it shows", async ({ browser }) => {
  const page = await as(browser, "discharge@demo.example");
  await page.route("https://tiles.example/**", (route) => route.fulfill({ body: picture, contentType: "image/png" }));
  const all = fetched(page);
  await page.goto(`${withTiles}/find?near=OL1+1AA`);
  await expect(page.locator("img.leaflet-tile-loaded").first()).toBeVisible();
  await expect(page.locator("svg.ct-map__picture")).toHaveCount(0);
  await expect(page.getByText("© Tiles Example")).toBeVisible();
  expect(await scriptsAmong(all)).toContain("leaflet-tile");
  await isAccessible(page);
  const search = page.getByRole("link", { name: "Search this area of the map" });
  const before = await search.getAttribute("href");
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(search).not.toHaveAttribute("href", before ?? "");
  await search.click();
  await expect(page).toHaveURL(/box=/);
  await expect(page.locator("img.leaflet-tile-loaded").first()).toBeVisible();
});

test("with one but without JavaScript, the map that needs no one else is there", async ({ browser }) => {
  const page = await as(browser, "discharge@demo.example", { javaScriptEnabled: false });
  await page.goto(`${withTiles}/find?near=OL1+1AA`);
  await expect(page.locator("svg.ct-map__picture")).toBeVisible();
  await page.getByRole("link", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/map=/);
});
