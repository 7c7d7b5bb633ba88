import { formatLongDate } from "@/lib/format";
import { Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const AccessEnded: Template<"access-ended"> = ({ letterhead, name, places, endedOn, reason }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your access has ended"
    preview="If you still need it, ask an approver."
  >
    <Para>Since {formatLongDate(endedOn)} you no longer have access to:</Para>
    <Points points={places} />
    {reason && <Para>The reason given: {reason}</Para>}
    <Para>If you still need it, speak to an approver there, or sign in and ask for access again under Accounts.</Para>
  </Frame>
);
AccessEnded.example = {
  name: "Amina Khan",
  places: ["Rosewood Lodge"],
  endedOn: "2026-11-18",
  reason: "Moved to another home.",
};
export default AccessEnded;
