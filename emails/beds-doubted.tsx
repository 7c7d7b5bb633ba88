import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const BedsDoubted: Template<"beds-doubted"> = ({ letterhead, name, location, organisation, bedType, link }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`Are your beds at ${location} still free?`}
    preview="One press tells hospitals what is right."
  >
    <Para>
      {organisation} rang {location} about a free bed{bedType && ` (${bedType})`} and understood that it is taken. Until
      you say what is right, those who look for a bed are told that yours is in doubt.
    </Para>
    <Para>This opens a page with your figures. One button says that they are still so, or that a bed is taken.</Para>
    <Action href={link}>Look at your figures and confirm them</Action>
    <Para>The link is for you alone and works for a week: please do not pass it on.</Para>
  </Frame>
);
BedsDoubted.example = {
  name: "Amina Khan",
  location: "Rosewood House",
  organisation: "Moorside Hospitals Trust",
  bedType: "General nursing",
  bedLinkId: 1,
  link: "https://tracker.example/confirm-beds/example",
};
export default BedsDoubted;
