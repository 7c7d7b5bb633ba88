import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const BedsDoubted: Template<"beds-doubted"> = ({ letterhead, name, location, organisation, bedType, link }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`Are your beds at ${location} still free?`}
    preview="Tell hospitals with one press."
  >
    <Para>
      {organisation} rang {location} about a free bed{bedType && ` (${bedType})`} and was told that it has been taken.
      Until you confirm, people looking for a bed will see that yours is in doubt.
    </Para>
    <Para>
      This link opens a page with your figures, where one button confirms that they are still right or that a bed has
      been taken.
    </Para>
    <Action href={link}>Look at your figures and confirm them</Action>
    <Para>The link is just for you and works for a week. Please do not forward it.</Para>
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
