import { Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const ClosingAnswered: Template<"closing-answered"> = ({ letterhead, name, person, answer }) => (
  <Frame letterhead={letterhead} heading="You asked us to remove an approver" preview={`About ${person}.`}>
    <Para>Hello {name},</Para>
    <Para>You asked us to close the account of {person}. Our answer:</Para>
    <Para>{answer}</Para>
  </Frame>
);
ClosingAnswered.example = {
  name: "Ben Carter",
  person: "Amina Khan",
  answer: "The account is closed.",
};
export default ClosingAnswered;
