import { formatDateTime } from "@/lib/format";
import { Action, FactLines, Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const RegistrationApproved: Template<"registration-approved"> = ({
  letterhead,
  name,
  email,
  places,
  until,
  password,
}) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your registration is approved"
    preview={`Sign in before ${formatDateTime(new Date(until))}.`}
  >
    {places.length > 0 && <Para>You now have access to:</Para>}
    {places.length > 0 && <Points points={places} />}
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
RegistrationApproved.example = {
  accountId: 1,
  name: "Amina Khan",
  email: "amina.khan@rosewood.example",
  places: ["Rosewood House"],
  until: "2026-11-19T09:00:00.000Z",
  password: "abcd-efgh-jkmn-pqrs",
};
export default RegistrationApproved;
