import { Action, FactLines, Frame, Para, Points, Subheading } from "./parts/frame";
import type { Template } from "./parts/message";

const RegistrationWaiting: Template<"registration-waiting"> = ({
  letterhead,
  name,
  email,
  jobTitle,
  places,
  approver,
  path,
}) => (
  <Frame letterhead={letterhead} heading="Somebody is waiting for your decision" preview={`Approve or reject ${name}.`}>
    <Para>{name} has registered and asks for access to:</Para>
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
RegistrationWaiting.example = {
  name: "Amina Khan",
  email: "amina.khan@rosewood.example",
  jobTitle: "Deputy manager",
  places: ["Rosewood House"],
  approver: false,
  path: "/accounts/requests",
};
export default RegistrationWaiting;
