import { existsSync } from "node:fs";
import path from "node:path";
import { navigationFor } from "@/app/shell/navigation";
import { asUser } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";

const kinds = ["care_home", "local_authority", "nhs_acute", "other", "aggregate_only", "national", "support"] as const;

const menuOf = (kind: AccountKind) => {
  const person = { id: 1, name: "A", email: "a@demo.example", generic: false, findsCapacity: false, session: "s" };
  return navigationFor(asUser({ ...person, kind, grants: [] }));
};

const groups = ["(dashboard)", "(admin)", "(public)"];
const hasPage = (href: string) =>
  groups.some((group) => existsSync(path.join(__dirname, "../../../app", group, href, "page.tsx")));

test.each(kinds)("the menu of %s leads to pages that are there, in the order of the guides", (kind) => {
  const menu = menuOf(kind);
  expect(menu.filter(({ href }) => !hasPage(href))).toEqual([]);
  const order = ["Home", "Find", "Providers", "Accounts", "Reports", "Admin", "News", "Help"];
  const labels = menu.map(({ label }) => label);
  expect(labels).toEqual(order.filter((label) => labels.includes(label)));
});

test("reports are for people who may see them, and include the areas", () => {
  const reportsOf = (kind: AccountKind) => menuOf(kind).find(({ label }) => label === "Reports");
  expect(reportsOf("local_authority")).toEqual({ label: "Reports", href: "/reports", also: ["/areas"] });
  expect(reportsOf("care_home")?.href).toBe("/reports");
  expect(reportsOf("nhs_acute")).toBeUndefined();
});
