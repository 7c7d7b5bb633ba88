import { formatDateTime } from "@/lib/format";
import { Action, FactLines, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const EmailChangeNotice: Template<"email-change-notice"> = ({ letterhead, name, newAddress, at }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your email address is being changed"
    preview="If it was not you, act now."
  >
    <Para>
      At {formatDateTime(new Date(at))} someone who was signed in to your account asked us to use a different email
      address for it.
    </Para>
    <FactLines facts={[["New address", newAddress]]} />
    <Para>
      If it was you, open the message we sent to the new address and confirm it. If it was not, choose a new password at
      once and tell us.
    </Para>
    <Action href={`${letterhead.origin}/forgotten-password`}>This was not me: choose a new password</Action>
  </Frame>
);
EmailChangeNotice.example = {
  name: "Amina Khan",
  newAddress: "amina@rosewood.example",
  at: "2026-11-18T09:00:00.000Z",
};
export default EmailChangeNotice;
