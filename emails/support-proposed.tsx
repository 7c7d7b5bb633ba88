import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const SupportProposed: Template<"support-proposed"> = ({ letterhead, name, person, personEmail, reason, path }) => (
  <Frame
    letterhead={letterhead}
    heading="Someone has been proposed for the support team"
    preview="A different member of the team must confirm it."
  >
    <Para>
      {name} proposes {person} ({personEmail}) for the support team.
    </Para>
    <Para>The reason given: {reason}</Para>
    <Para>Support can see every location and every account. Only confirm if you know this person and their work.</Para>
    <Action href={`${letterhead.origin}${path}`}>Look at the proposal</Action>
  </Frame>
);
SupportProposed.example = {
  name: "Sam Support",
  person: "Sue Okafor",
  personEmail: "sue@support.example",
  reason: "She joins the team on Monday.",
  path: "/admin/people/support-team",
};
export default SupportProposed;
