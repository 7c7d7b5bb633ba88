import { formatLongDate } from "@/lib/format";
import { Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const LocationClosed: Template<"location-closed"> = ({ letterhead, name, places }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={places.length === 1 ? "Your location has closed" : "Your locations have closed"}
    preview="No more returns are needed."
  >
    <Para>The register says that {places.length === 1 ? "this location has" : "these locations have"} closed:</Para>
    <Points
      points={places.map(
        ({ name: place, closedOn, until }) =>
          `${place}, closed on ${formatLongDate(closedOn)}. ${
            until ? `You can read what was filed there until ${formatLongDate(until)}.` : "Your access to it is ending."
          }`,
      )}
    />
    <Para>
      You do not need to file any more returns there, and beds there can no longer be updated. A return that you had
      started is kept: you can read and download it under Returns.
    </Para>
    <Para>If this is a mistake, tell the support team, who can check what the register says.</Para>
  </Frame>
);
LocationClosed.example = {
  name: "Amina Khan",
  places: [{ name: "Rosewood Lodge", closedOn: "2026-11-18", until: "2027-02-16" }],
};
export default LocationClosed;
