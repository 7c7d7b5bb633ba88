import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";
import { examplePlaces, Places } from "./parts/places";

const Shortlist: Template<"shortlist"> = ({ letterhead, name, places, at }) => (
  <Frame letterhead={letterhead} name={name} heading="Your shortlist" preview={`${places.length} places.`}>
    <Para>These are the places on your shortlist, as they were at {formatDateTime(new Date(at))}:</Para>
    <Places letterhead={letterhead} places={places} />
    <Action href={`${letterhead.origin}/find/shortlist`}>Open the shortlist</Action>
    <Para>Contains CQC information licensed under the Open Government Licence v3.0.</Para>
  </Frame>
);
Shortlist.example = { name: "Hannah Ogden", places: examplePlaces, at: "2026-11-10T09:00:00.000Z" };
export default Shortlist;
