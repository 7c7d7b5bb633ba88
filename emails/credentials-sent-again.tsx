import { formatDateTime } from "@/lib/format";
import { Action, FactLines, Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const CredentialsSentAgain: Template<"credentials-sent-again"> = ({ letterhead, name, email, until, password }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your new login details"
    preview={`Sign in before ${formatDateTime(new Date(until))}.`}
  >
    <Para>Here are new login details for your account. Any that we sent you before no longer work.</Para>
    <FactLines
      facts={[
        ["Login", email],
        ["One-use password", password],
        ["Use it before", formatDateTime(new Date(until))],
      ]}
    />
    <Action href={`${letterhead.origin}/sign-in`}>Sign in</Action>
    <Points
      points={[
        "You choose a password of your own when you first sign in.",
        "The one-use password works once. If it has run out, press “Forgotten password” where you sign in, or ask us for another.",
        "Do not pass this message on: each person needs an account of their own.",
      ]}
    />
  </Frame>
);
CredentialsSentAgain.example = {
  accountId: 1,
  name: "Amina Khan",
  email: "amina.khan@rosewood.example",
  until: "2026-11-19T09:00:00.000Z",
  password: "abcd-efgh-jkmn-pqrs",
};
export default CredentialsSentAgain;
