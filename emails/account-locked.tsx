import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const AccountLocked: Template<"account-locked"> = ({ letterhead, name, at, until, resetUnlocks }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your account is locked"
    preview={`It will unlock at ${formatDateTime(new Date(until))}.`}
  >
    <Para>
      A wrong password was entered five times for your account, the last at {formatDateTime(new Date(at))}. To keep
      other people out, we have locked it until {formatDateTime(new Date(until))}.
    </Para>
    <Points
      points={[
        resetUnlocks
          ? "If this was you: choose a new password below to unlock your account straight away. Or wait until then, or ask us or an approver at your organisation to unlock it, and sign in with your current password."
          : "If this was you: wait until then, or ask us or an approver at your organisation to unlock it. Then sign in with your password, or choose a new one.",
        "If this was not you: no one has signed in to your account. Tell us, so that we can look into it.",
      ]}
    />
    <Action href={`${letterhead.origin}/forgotten-password`}>Choose a new password</Action>
  </Frame>
);
AccountLocked.example = {
  name: "Amina Khan",
  at: "2026-11-18T09:00:00.000Z",
  until: "2026-11-19T09:00:00.000Z",
  resetUnlocks: true,
};
export default AccountLocked;
