import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const WebhookPaused: Template<"webhook-paused"> = ({ letterhead, name, system, because, days, path }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`We have stopped telling ${system} what happens`}
    preview={`The webhook of ${system} is paused until someone resumes it`}
  >
    <Para>
      {system} asked to be told when something happens here.{" "}
      {because === "gone"
        ? "The address that it gave us says that it is gone for good."
        : `Nothing that we sent it in the last ${days} days has arrived.`}{" "}
      We have paused its webhook. Its key still works, and nothing that you filed is affected.
    </Para>
    <Para>
      Please tell the people who look after {system}.{" "}
      {path === undefined
        ? "When they have put it right, ask us to resume it."
        : "When they have put it right, resume it."}{" "}
      Its system can read what it has missed.
    </Para>
    {path !== undefined && <Action href={`${letterhead.origin}${path}`}>See what went wrong</Action>}
  </Frame>
);
WebhookPaused.example = {
  name: "Ben Carter",
  system: "Rota Records",
  because: "failing",
  days: 5,
  path: "/accounts/keys/webhooks/1",
};
export default WebhookPaused;
