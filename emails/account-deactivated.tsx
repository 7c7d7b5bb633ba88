import { Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const AccountDeactivated: Template<"account-deactivated"> = ({ letterhead, name, reason, keptAddress }) => (
  <Frame letterhead={letterhead} name={name} heading="Your account is closed" preview={`The reason given: ${reason}`}>
    <Para>
      You can no longer sign in to {letterhead.service}
      {keptAddress && " with this address"}.
    </Para>
    <Para>The reason given: {reason}</Para>
    <Para>
      {keptAddress
        ? `You can carry on with your other account. Sign in with ${keptAddress}.`
        : "If you still need your account, speak to an approver at your organisation or contact us."}
    </Para>
  </Frame>
);
AccountDeactivated.example = { name: "Amina Khan", reason: "Left the organisation." };
export default AccountDeactivated;
