import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const FindingAnswered: Template<"finding-answered"> = ({ letterhead, name, allowed, answer }) => (
  <Frame
    letterhead={letterhead}
    heading={allowed ? "You can now search for free beds" : "You asked to search for free beds"}
    preview={allowed ? "Find is on your home page." : "The support team has answered."}
  >
    <Para>Hello {name},</Para>
    <Para>
      {allowed
        ? "You asked to search for free beds. You can do so now: choose Find after you have signed in."
        : "You asked to search for free beds. The support team has not agreed to this."}
    </Para>
    {answer && <Para>They say: {answer}</Para>}
    {allowed && <Action href={`${letterhead.origin}/find`}>Find a bed</Action>}
  </Frame>
);
FindingAnswered.example = { name: "Amina Khan", allowed: true };
export default FindingAnswered;
