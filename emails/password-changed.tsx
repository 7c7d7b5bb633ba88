import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const PasswordChanged: Template<"password-changed"> = ({ letterhead, name, at }) => (
  <Frame letterhead={letterhead} name={name} heading="Your password was changed" preview="If it was not you, act now.">
    <Para>
      The password of your account was changed at {formatDateTime(new Date(at))}. You were signed out everywhere else.
    </Para>
    <Para>
      If this was you, you do not need to do anything. If it was not, choose a new password straight away and tell us.
    </Para>
    <Action href={`${letterhead.origin}/forgotten-password`}>This was not me: choose a new password</Action>
  </Frame>
);
PasswordChanged.example = { name: "Amina Khan", at: "2026-11-18T09:00:00.000Z" };
export default PasswordChanged;
