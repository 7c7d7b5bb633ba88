import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const AccountLocked: Template<"account-locked"> = ({ letterhead, name, at, until, resetUnlocks }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your account is locked"
    preview={`It unlocks itself at ${formatDateTime(new Date(until))}.`}
  >
    <Para>
      A wrong password was entered five times for your account, the last at {formatDateTime(new Date(at))}. To keep
      others out, it is locked until {formatDateTime(new Date(until))}.
    </Para>
    <Points
      points={[
        resetUnlocks
          ? "If it was you: choose a new password below, and your account is unlocked at once. Or wait until then, or ask an approver of your organisation or us to unlock it, and sign in with the password you have."
          : "If it was you: wait until then, or ask an approver of your organisation or us to unlock it. Then sign in with your password, or choose a new one.",
        "If it was not you: nobody has got in. Please tell us, so that we can look into it.",
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
