import { Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const AccessRefused: Template<"access-refused"> = ({ letterhead, name, places, reason }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your request for access was not approved"
    preview={`The reason given: ${reason}`}
  >
    {places.length > 0 && <Para>You asked for access to:</Para>}
    {places.length > 0 && <Points points={places} />}
    <Para>The reason given: {reason}</Para>
    <Para>
      If you think this is a mistake, speak to a manager at the location or organisation, or contact us. Any access you
      already had stays as it was.
    </Para>
  </Frame>
);
AccessRefused.example = {
  name: "Amina Khan",
  places: ["Rosewood House"],
  reason: "We do not know this person at Rosewood House.",
};
export default AccessRefused;
