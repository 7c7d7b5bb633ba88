import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const BedPlaced: Template<"bed-placed"> = ({ letterhead, name, location, organisation, bedType, link }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`Is one bed fewer free at ${location}?`}
    preview="Your vacancies have not been changed."
  >
    <Para>
      {organisation} told us that {location} is taking somebody into a free bed{bedType && ` (${bedType})`}. We have not
      changed your vacancies: only you do that.
    </Para>
    <Para>This opens a page with your figures. One button lowers the vacancies by one.</Para>
    <Action href={link}>Look at your figures</Action>
    <Para>The link is for you alone and works for a week: please do not pass it on.</Para>
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
