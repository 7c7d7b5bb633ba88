import { render, screen } from "@testing-library/react";
import type { Polygon } from "geojson";
import { ChooseMap, fittedMap } from "@/components/map";
import { mapWidth } from "@/components/map/fitted";

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
  const isInMiddle = (share: number) => share > 0.4 && share < 0.6;
  const inCity = ({ x, y }: { x: number; y: number }) =>
    isInMiddle(x / mapWidth) && isInMiddle(y / (drawn?.height ?? 1));
  expect([around, within].map((at) => at && inCity(at))).toEqual([false, true]);
  for (const { x, y } of [around, within].flatMap((at) => at ?? [])) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(mapWidth);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(drawn?.height ?? 0);
  }
  expect(fittedMap([])).toBeNull();
});

test("outlines go in steps from point to point, and fill the picture", () => {
  const outlines = drawn?.areas.map(({ outline }) => outline) ?? [];
  expect(outlines.map((outline) => outline.match(/M/g)?.length)).toEqual([2, 1]);
  const points = outlines
    .join("")
    .split("Z")
    .filter((ring) => ring !== "")
    .flatMap((ring) => {
      const [, start = "", steps = ""] = /^M([\d,]+)l([-\d, ]+)$/.exec(ring) ?? [];
      let [x = NaN, y = NaN] = start.split(",").map(Number);
      return steps.split(" ").map((step) => {
        const [east = NaN, south = NaN] = step.split(",").map(Number);
        [x, y] = [x + east, y + south];
        return { x, y };
      });
    });
  const extent = (values: number[]) =>
    [Math.min(...values), Math.max(...values)].map((value) => Math.round(value / 10));
  expect(extent(points.map(({ x }) => x))).toEqual([0, mapWidth / 10]);
  expect(extent(points.map(({ y }) => y)).map(Math.abs)).toEqual([0, Math.round((drawn?.height ?? 0) / 10)]);
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
