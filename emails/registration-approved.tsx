import { formatDateTime } from "@/lib/format";
import { Frame, Para, Points } from "./parts/frame";
import { NotApproved } from "./parts/not-approved";
import { LoginDetails } from "./parts/login-details";
import type { Template } from "./parts/message";

const RegistrationApproved: Template<"registration-approved"> = ({
  letterhead,
  name,
  email,
  places,
  until,
  password,
  refused,
  reason,
}) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="Your registration is approved"
    preview={`Sign in before ${formatDateTime(new Date(until))}.`}
  >
    {places.length > 0 && <Para>You now have access to:</Para>}
    {places.length > 0 && <Points points={places} />}
    <NotApproved places={refused} reason={reason} />
    <LoginDetails letterhead={letterhead} email={email} password={password} until={until} />
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
