import { formatDateTime } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const EmailChangeConfirm: Template<"email-change-confirm"> = ({ letterhead, name, expiresAt, link }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Confirm your new email address"
    preview={`Confirm it before ${formatDateTime(new Date(expiresAt))}.`}
  >
    <Para>You asked us to use this email address for your account. We will start using it when you confirm it.</Para>
    <Action href={link}>Confirm this email address</Action>
    <Para>
      The link works until {formatDateTime(new Date(expiresAt))}. After you confirm, sign in with this address.
    </Para>
    <Para>If you did not ask for this, ignore this email. Nothing will change.</Para>
  </Frame>
);
EmailChangeConfirm.example = {
  emailChangeId: 1,
  name: "Amina Khan",
  expiresAt: "2026-11-19T09:00:00.000Z",
  link: "https://tracker.example/confirm-address/example",
};
export default EmailChangeConfirm;
