import { Action, Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const ApproverWanted: Template<"approver-wanted"> = ({ letterhead, name, places, path }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="An approver is wanted"
    preview="Until there is one, colleagues wait longer for access."
  >
    <Para>Somebody asks for access to a place that has no approver:</Para>
    <Points points={places} />
    <Para>
      An approver decides who may see and file for a location, and helps colleagues who cannot sign in. Owners, managers
      and assistant managers are often approvers. Each location needs one, better two.
    </Para>
    <Action href={`${letterhead.origin}${path}`}>Become an approver</Action>
    <Para>Until there is one, {letterhead.supportName} decides, which takes longer.</Para>
  </Frame>
);
ApproverWanted.example = { name: "Amina Khan", places: ["Rosewood House"], path: "/accounts/access" };
export default ApproverWanted;
