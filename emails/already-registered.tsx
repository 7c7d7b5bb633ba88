import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const AlreadyRegistered: Template<"already-registered"> = ({ letterhead }) => (
  <Frame
    letterhead={letterhead}
    heading="You already have an account"
    preview="Sign in, or choose a new password if you have forgotten yours."
  >
    <Para>
      Somebody, we think you, began to register with this email address. It already has an account, so there is no need
      to register again.
    </Para>
    <Action href={`${letterhead.origin}/sign-in`}>Sign in</Action>
    <Para>
      If you have forgotten your password, choose a new one at {letterhead.origin}/forgotten-password. To reach more
      locations, sign in and ask for access to them under Accounts.
    </Para>
    <Para>If this was not you, there is nothing you need to do: nobody has got into your account.</Para>
  </Frame>
);
AlreadyRegistered.example = {};
export default AlreadyRegistered;
