import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { TileMap } from "@/components/map";

// What is drawn depends on how large the map is, and here nothing has a size.
Object.defineProperties(HTMLElement.prototype, { clientWidth: { value: 480 }, clientHeight: { value: 360 } });

const point = {
  ...{ longitude: -2.11, latitude: 53.54, mark: "1", label: "Rosewood" },
  ...{ tone: "strong" as const, href: "#place-7" },
};
const map = (
  <TileMap
    tiles="https://tiles.example/{z}/{x}/{y}.png"
    box={[-2.3, 53.4, -1.9, 53.6]}
    points={[point]}
    caption="Where this place is."
    credit="© Tiles Example"
    searchHref="/find?least=1"
  >
    <p>The map that needs no one else</p>
  </TileMap>
);

test("the map needs no one else until the one over pictures is drawn, which then takes its place", async () => {
  const { container } = render(map);
  expect(screen.getByText("The map that needs no one else")).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText("The map that needs no one else")).not.toBeInTheDocument());
  expect(container.querySelector<HTMLImageElement>("img.leaflet-tile")?.src).toMatch(
    /^https:\/\/tiles\.example\/\d+\/\d+\/\d+\.png$/,
  );
  expect(screen.getByText("Where this place is. © Tiles Example")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Search this area of the map" })).toHaveAttribute(
    "href",
    expect.stringMatching(/^\/find\?least=1&box=-?\d+\.\d{4},\d+\.\d{4},-?\d+\.\d{4},\d+\.\d{4}$/),
  );
});

test("a press on a place of the map leads to its row in the list", async () => {
  render(map);
  fireEvent.click(await screen.findByTitle("Rosewood"));
  expect(window.location.hash).toBe("#place-7");
});
