import { Action, Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const ClosingWanted: Template<"closing-wanted"> = ({ letterhead, name, person, personEmail, places, reason, path }) => (
  <Frame
    letterhead={letterhead}
    heading="Request to remove an approver"
    preview="Only the support team can close an approver's account."
  >
    <Para>
      {name} says that {person} ({personEmail}), an approver, should no longer have access to:
    </Para>
    <Points points={places} />
    <Para>The reason given: {reason}</Para>
    <Action href={`${letterhead.origin}${path}`}>Open the record</Action>
  </Frame>
);
ClosingWanted.example = {
  name: "Ben Carter",
  email: "ben@rosewood.example",
  person: "Amina Khan",
  personEmail: "amina@rosewood.example",
  places: ["Rosewood Lodge"],
  reason: "She left at the end of October.",
  path: "/admin/people/12",
};
export default ClosingWanted;
