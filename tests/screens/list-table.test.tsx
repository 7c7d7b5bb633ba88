import { screen, within } from "@testing-library/react";
import { addressWith, ListTable, readTableAddress } from "@/components/tables";
import type { Column } from "@/components/ui";
import { show } from "@/tests/support/show";

interface Home {
  name: string;
  beds: number;
}
const columns: Column<Home>[] = [
  { key: "name", heading: "Location", cell: (home) => home.name, sort: true },
  { key: "beds", heading: "Beds", cell: (home) => home.beds, numeric: true, sort: true },
  { key: "updated", heading: "Updated", cell: () => "Yesterday", sort: "date" },
];
const rows = [
  { name: "Birchfield", beds: 20 },
  { name: "Rosewood", beds: 40 },
];
const table = (params: Record<string, string | string[]>, total = 130) => (
  <ListTable
    caption="Locations"
    of={["location", "locations"]}
    columns={columns}
    rows={rows}
    rowKey={(home) => home.name}
    total={total}
    path="/providers"
    params={params}
    place={readTableAddress(params, columns, { sort: { by: "name", direction: "ascending" } })}
    filters={[{ label: "Late", without: { state: null } }]}
    chooser
  />
);

test("the order is given in words, and by the column's heading", async () => {
  await show(table({}));
  expect(screen.getByText("Sorted by location, A to Z")).toBeInTheDocument();
  expect(screen.getByRole("columnheader", { name: /Location/ })).toHaveAttribute("aria-sort", "ascending");
});

test.each([
  ["beds", "descending", "Sorted by beds, highest first"],
  ["beds", "ascending", "Sorted by beds, lowest first"],
  ["updated", "descending", "Sorted by updated, latest first"],
  ["name", "descending", "Sorted by location, Z to A"],
])("sorting by %s, %s, is called: %s", async (sort, direction, words) => {
  await show(table({ sort, direction }));
  expect(screen.getByText(words)).toBeInTheDocument();
});

test("pressing a heading sorts by it from page one and keeps the filters in the address", async () => {
  await show(table({ state: "late", page: "3" }));
  expect(screen.getByRole("link", { name: /^Beds ?, sort descending$/ })).toHaveAttribute(
    "href",
    "/providers?state=late&sort=beds&direction=descending",
  );
});

test("a filter that is on can be removed", async () => {
  await show(table({ state: "late", sort: "beds" }));
  expect(screen.getByRole("link", { name: "Remove filter: Late" })).toHaveAttribute("href", "/providers?sort=beds");
});

test("the rows shown are counted in words", async () => {
  await show(table({ page: "2" }));
  expect(screen.getByRole("status")).toHaveTextContent("Showing 26 to 27 of 130 locations");
  expect(screen.getByRole("link", { name: "Page 2 of 6" })).toHaveAttribute("aria-current", "page");
});

test("a column can be left out, and the address remembers which", async () => {
  await show(table({ hide: "beds" }));
  expect(screen.queryByRole("columnheader", { name: /Beds/ })).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Show beds" })).toHaveAttribute("href", "/providers");
});

test("a second column can be left out, and one shown again, by links alone", async () => {
  await show(table({ hide: ["beds"] }));
  expect(screen.getByRole("link", { name: "Hide updated" })).toHaveAttribute(
    "href",
    "/providers?hide=beds&hide=updated",
  );
  expect(screen.queryByRole("link", { name: "Hide location" })).not.toBeInTheDocument();
});

test("a heading pressed again reverses the order, and never removes it", async () => {
  await show(table({ sort: "beds", direction: "descending" }));
  expect(screen.getByRole("link", { name: /^Beds ?, sort ascending$/ })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /^Updated ?, sort descending$/ })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /^Location ?, sort ascending$/ })).toBeInTheDocument();
});

test("each cell carries its column's heading for the cards of a phone", async () => {
  await show(table({}));
  const row = screen.getByRole("row", { name: /Rosewood/ });
  expect(within(row).getByText("Beds", { exact: false })).toHaveClass("nhsuk-table__heading");
});

test("anything wrong in the address is ignored", () => {
  const standard = { sort: { by: "name", direction: "ascending" } as const };
  expect(readTableAddress({ sort: "password", page: "-4", size: "9999", hide: "nothing" }, columns, standard)).toEqual({
    sort: standard.sort,
    page: 1,
    size: 25,
    hidden: [],
  });
});

test("an address keeps repeated parameters and drops empty ones", () => {
  expect(addressWith("/find", { type: ["a", "b"], q: "" }, { page: 2 })).toBe("/find?type=a&type=b&page=2");
});
