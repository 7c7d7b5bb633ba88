import { render, screen } from "@testing-library/react";
import type { Polygon } from "geojson";
import { ChooseMap, fittedMap } from "@/components/map";

/** A square of so many degrees around a point, wound as d3-geo draws it. */
const square = (longitude: number, latitude: number, size: number): [number, number][] => [
  [longitude - size, latitude - size],
  [longitude - size, latitude + size],
  [longitude + size, latitude + size],
  [longitude + size, latitude - size],
  [longitude - size, latitude - size],
];
const city: Polygon = { type: "Polygon", coordinates: [square(-1, 53, 0.2)] };
const county: Polygon = { type: "Polygon", coordinates: [square(-1, 53, 1), square(-1, 53, 0.2).reverse()] };
const drawn = fittedMap([
  { code: "E10000001", geometry: county },
  { code: "E06000001", geometry: city },
]);
const listed = [
  { code: "E06000001", name: "City", mark: "1", href: "/find?area=E06000001" },
  { code: "E10000001", name: "County", mark: "2", href: "/find?area=E10000001" },
  { code: "E06000009", name: "Without an outline", mark: "3", href: "/find?area=E06000009" },
];

test("a number stands within its own area, also where another lies in the middle of it", () => {
  const [around, within] = drawn?.areas.map(({ middle: [x, y] }) => ({ x, y })) ?? [];
  const isInMiddle = (at: number) => at > 400 && at < 600;
  const inCity = ({ x, y }: { x: number; y: number }) => isInMiddle(x) && isInMiddle((1000 * y) / (drawn?.height ?? 1));
  expect([around, within].map((at) => at && inCity(at))).toEqual([false, true]);
  for (const { x, y } of [around, within].flatMap((at) => at ?? [])) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1000);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(drawn?.height ?? 0);
  }
  expect(fittedMap([])).toBeNull();
});

test("each area that has an outline leads where its row of the list leads, and is no stop for the keyboard", () => {
  if (!drawn) throw new Error("Nothing is drawn.");
  const { container } = render(<ChooseMap caption="Two areas." map={drawn} areas={listed} />);
  const links = [...container.querySelectorAll("a")];
  expect(links.map((link) => [link.textContent, link.getAttribute("href"), link.getAttribute("tabindex")])).toEqual([
    ["City", "/find?area=E06000001", "-1"],
    ["County", "/find?area=E10000001", "-1"],
  ]);
  expect([...container.querySelectorAll("text")].map(({ textContent }) => textContent)).toEqual(["1", "2"]);
  expect(screen.getByText("Two areas.")).toBeInTheDocument();
  expect(screen.queryAllByRole("link")).toEqual([]);
});
