import { formatDateTime } from "@/lib/format";
import { Frame, Para } from "./parts/frame";
import { LoginDetails } from "./parts/login-details";
import type { Template } from "./parts/message";

const CredentialsSentAgain: Template<"credentials-sent-again"> = ({ letterhead, name, email, until, password }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your new login details"
    preview={`Sign in before ${formatDateTime(new Date(until))}.`}
  >
    <Para>Here are new login details for your account. Any we sent you before no longer work.</Para>
    <LoginDetails letterhead={letterhead} email={email} password={password} until={until} />
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
