import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const AlreadyRegistered: Template<"already-registered"> = ({ letterhead }) => (
  <Frame
    letterhead={letterhead}
    heading="You already have an account"
    preview="Sign in, or choose a new password if you have forgotten yours."
  >
    <Para>
      Someone, probably you, started to register with this email address. It already has an account, so you do not need
      to register again.
    </Para>
    <Action href={`${letterhead.origin}/sign-in`}>Sign in</Action>
    <Para>
      If you have forgotten your password, choose a new one at {letterhead.origin}/forgotten-password. For access to
      more locations, sign in and ask under Accounts.
    </Para>
    <Para>If this was not you, you do not need to do anything. No one has signed in to your account.</Para>
  </Frame>
);
AlreadyRegistered.example = {};
export default AlreadyRegistered;
