import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const BedPlaced: Template<"bed-placed"> = ({ letterhead, name, location, organisation, bedType, link }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`Do you have one fewer free bed at ${location}?`}
    preview="We have not changed your vacancies."
  >
    <Para>
      {organisation} told us that {location} has placed someone in one of your free beds{bedType && ` (${bedType})`}. We
      have not changed your vacancies: only you can do that.
    </Para>
    <Para>This link opens a page with your figures, where one button lowers your vacancies by one.</Para>
    <Action href={link}>Look at your figures</Action>
    <Para>The link is just for you and works for a week. Please do not forward it.</Para>
  </Frame>
);
BedPlaced.example = {
  name: "Amina Khan",
  location: "Rosewood House",
  organisation: "Moorside Hospitals Trust",
  bedType: "General nursing",
  bedLinkId: 1,
  link: "https://tracker.example/confirm-beds/example",
};
export default BedPlaced;
