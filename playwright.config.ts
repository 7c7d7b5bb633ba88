import { defineConfig, devices } from "@playwright/test";

const chromium = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** `npm test -- browser` starts the service over a demo of its own and says here where it is. */
export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  workers: 2,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    ...devices["Desktop Chrome"],
    baseURL: process.env.BROWSER_TEST_ORIGIN ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: chromium,
    screenshot: "only-on-failure",
    trace: "off",
  },
});
