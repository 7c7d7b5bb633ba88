import { Action, FactLines, Frame, Para, Points, Subheading } from "./parts/frame";
import type { Template } from "./parts/message";

const AccessRequested: Template<"access-requested"> = ({
  letterhead,
  name,
  email,
  jobTitle,
  places,
  approver,
  path,
}) => (
  <Frame letterhead={letterhead} heading="Somebody asks for more access" preview={`Approve or reject ${name}.`}>
    <Para>{name} already has an account and now asks for access to:</Para>
    <Points points={places} />
    <FactLines
      facts={[
        ["Name", name],
        ["E-mail", email],
        ["Job title", jobTitle],
        ["Asks to be", approver ? "an approver" : "a standard user"],
      ]}
    />
    <Subheading>Before you approve</Subheading>
    <Points
      points={[
        "Do you know this person, and do they work there now?",
        "Is the e-mail address your organisation’s, and spelled right?",
        "Do they need the level of access that they ask for?",
      ]}
    />
    <Action href={`${letterhead.origin}${path}`}>Sign in to approve or reject</Action>
    <Para>
      Please decide within 48 hours. The link only opens the page: nothing is decided until you press a button.
    </Para>
  </Frame>
);
AccessRequested.example = {
  name: "Amina Khan",
  email: "amina.khan@rosewood.example",
  jobTitle: "Deputy manager",
  places: ["Rosewood House"],
  approver: false,
  path: "/accounts/requests",
};
export default AccessRequested;
