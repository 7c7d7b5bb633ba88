import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const WebhookPaused: Template<"webhook-paused"> = ({ letterhead, name, system, because, days, wrong, path }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`We have stopped sending updates to ${system}`}
    preview={`Nothing you have filed is affected. Please tell the people who look after ${system}`}
  >
    <Para>
      {system} asks us to tell it when something changes.{" "}
      {because === "gone"
        ? "The address it gave us says that it is gone for good"
        : `Nothing that we sent it in the last ${days} days has arrived`}
      , so we have paused its webhook.
    </Para>
    <Para>Nothing you have filed is affected, and the key of {system} still works.</Para>
    <Para>
      Please forward this email to the people who look after {system}. They will need to know what went wrong last: “
      {wrong}”.
    </Para>
    <Para>
      When they have put it right, {path === undefined ? "ask us to resume the webhook" : "resume the webhook"}. We will
      not send what {system} has missed, but it can read that with its key.
    </Para>
    {path !== undefined && <Action href={`${letterhead.origin}${path}`}>See the webhook</Action>}
  </Frame>
);
WebhookPaused.example = {
  name: "Ben Carter",
  system: "Rota Records",
  because: "failing",
  days: 5,
  wrong: "The address answered 503: its system has a fault",
  path: "/accounts/keys/webhooks/1",
};
export default WebhookPaused;
