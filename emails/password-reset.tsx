import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const PasswordReset: Template<"password-reset"> = ({ letterhead, name, expiresAt, link }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Choose a new password"
    preview={`The link works once, until ${formatDateTime(new Date(expiresAt))}.`}
  >
    <Para>You, or someone who knows your email address, asked for a new password.</Para>
    <Action href={link}>Choose a new password</Action>
    <Para>The link works once, until {formatDateTime(new Date(expiresAt))}. After that, ask for another.</Para>
    <Para>If this was not you, ignore this email. Your password stays the same.</Para>
  </Frame>
);
PasswordReset.example = {
  resetLinkId: 1,
  name: "Amina Khan",
  expiresAt: "2026-11-19T09:30:00.000Z",
  link: "https://tracker.example/forgotten-password/example",
};
export default PasswordReset;
