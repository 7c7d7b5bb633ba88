import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const SupportProposed: Template<"support-proposed"> = ({ letterhead, name, person, personEmail, reason, path }) => (
  <Frame
    letterhead={letterhead}
    heading="Somebody is proposed for the support team"
    preview="Somebody other than the one who proposes must confirm it."
  >
    <Para>
      {name} proposes {person} ({personEmail}) for the support team.
    </Para>
    <Para>The reason given: {reason}</Para>
    <Para>Support sees every location and every account. Confirm it only if you know this person and their work.</Para>
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
