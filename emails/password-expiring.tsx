import { formatCount, formatLongDate } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const PasswordExpiring: Template<"password-expiring"> = ({ letterhead, name, expiresOn, days }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`Your password expires in ${formatCount("day", days)}`}
    preview={`Choose a new one before ${formatLongDate(expiresOn)}.`}
  >
    <Para>Your password expires on {formatLongDate(expiresOn)}. Sign in before then and choose a new one.</Para>
    <Action href={`${letterhead.origin}/choose-password`}>Sign in and choose a password</Action>
    <Para>
      If you miss the date, you will not lose anything. The next time you sign in, we will ask you to choose a new
      password. Three random words make a good one.
    </Para>
  </Frame>
);
PasswordExpiring.example = { name: "Amina Khan", expiresOn: "2026-12-06", days: 18 };
export default PasswordExpiring;
