import { expect, test } from "@playwright/test";
import { ask, isAccessible, signedIn } from "./support";

test("a location that is asked nothing has a page of surveys that says so, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await signedIn(page, "discharge@demo.example");
  const [hospital] = await ask<{ id: number }>(
    "select id from location where 'nhs_acute' = any(types) order by id limit 1",
  );
  await page.goto(`/providers/${hospital?.id}/surveys`);
  await expect(page.getByText("There are no surveys for completion right now, check back later.")).toBeVisible();
  await isAccessible(page);
});
