import { formatLongDate } from "@/lib/format";
import { Action, Frame, Para, Points } from "./parts/frame";
import { NotApproved } from "./parts/not-approved";
import type { Template } from "./parts/message";

const AccessGranted: Template<"access-granted"> = ({ letterhead, name, places, level, lastDay, refused, reason }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="You have been given access"
    preview="You will find it when you next sign in."
  >
    <Para>{level === "approver" ? "You are now an approver for:" : "You now have access to:"}</Para>
    <Points points={places} />
    <NotApproved places={refused} reason={reason} />
    {lastDay && <Para>The last day of this access is {formatLongDate(lastDay)}.</Para>}
    {level === "approver" && (
      <Para>As an approver you decide who else can have access. Please make sure there is a second approver too.</Para>
    )}
    <Action href={`${letterhead.origin}/home`}>Sign in</Action>
  </Frame>
);
AccessGranted.example = { name: "Amina Khan", places: ["Rosewood Lodge"], level: "standard" };
export default AccessGranted;
