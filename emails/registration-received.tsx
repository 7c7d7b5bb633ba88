import { formatCount } from "@/lib/format";
import { Action, FactLines, Frame, Para, Points, Subheading } from "./parts/frame";
import type { Template } from "./parts/message";

const RegistrationReceived: Template<"registration-received"> = ({
  letterhead,
  name,
  reference,
  places,
  decidedBy,
  hours,
  link,
}) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="We have your registration"
    preview={`You will normally hear within ${formatCount("hour", hours)}. There is nothing you need to do now.`}
  >
    <FactLines facts={[["Your reference", reference]]} />
    {places.length > 0 && <Para>You asked for access to:</Para>}
    {places.length > 0 && <Points points={places} />}
    <Subheading>What happens next</Subheading>
    <Points
      numbered
      points={[
        {
          approver: "An approver at your organisation will check your registration.",
          support: `${letterhead.supportName} will check your registration.`,
          both: `An approver at each location you chose will check your registration, or ${letterhead.supportName} if a location has no approver.`,
        }[decidedBy],
        `We will email you, normally within ${formatCount("hour", hours)}.`,
        "If you are approved, that email will have your login details.",
      ]}
    />
    <Action href={link}>See its progress, or withdraw it</Action>
    <Subheading>Make sure you get our emails</Subheading>
    <Para>
      Add {letterhead.sender} to your safe senders. If someone else manages your computer, ask them to allow emails from
      that address and to add {letterhead.origin} to the trusted sites.
    </Para>
    <Para>
      If you have not heard from us after {formatCount("hour", hours)}, look in your junk folder, then ask us and quote{" "}
      {reference}.
    </Para>
  </Frame>
);
RegistrationReceived.example = {
  name: "Amina Khan",
  reference: "R-7K3M-29QX",
  places: ["Rosewood House", "Rosewood Lodge"],
  decidedBy: "approver",
  hours: 48,
  link: "https://tracker.example/register/waiting/R-7K3M-29QX.example",
};
export default RegistrationReceived;
