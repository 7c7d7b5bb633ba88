import { counted } from "@/lib/format";
import { FactLines, Frame, Para, Points, Subheading } from "./parts/frame";
import type { Template } from "./parts/message";

const RegistrationReceived: Template<"registration-received"> = ({
  letterhead,
  name,
  reference,
  places,
  decidedBy,
  hours,
}) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading="We have your registration"
    preview={`You will normally hear within ${counted("hour", hours)}. There is nothing you need to do now.`}
  >
    <FactLines facts={[["Your reference", reference]]} />
    {places.length > 0 && <Para>You asked for access to:</Para>}
    {places.length > 0 && <Points points={places} />}
    <Subheading>What happens next</Subheading>
    <Points
      numbered
      points={[
        {
          approver: "An approver of your organisation checks your registration.",
          support: `${letterhead.supportName} checks your registration.`,
          both: `Approvers of the places you chose check your registration, and ${letterhead.supportName} where there is none.`,
        }[decidedBy],
        `You hear from us by email, normally within ${counted("hour", hours)}.`,
        "If you are approved, that message has your login details.",
      ]}
    />
    <Subheading>So that our messages reach you</Subheading>
    <Para>
      Add {letterhead.sender} to your safe senders. If somebody else looks after your computer, ask them to let messages
      from that address through, and to add {letterhead.origin} to the trusted sites.
    </Para>
    <Para>
      If you have heard nothing after {counted("hour", hours)}, look in your junk folder, then ask us and quote{" "}
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
};
export default RegistrationReceived;
