import { formatCount, formatDateTime } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const RegistrationsOverdue: Template<"registrations-overdue"> = ({ letterhead, waiting, oldest, hours, path }) => (
  <Frame
    letterhead={letterhead}
    heading={`${formatCount("registration", waiting)} waiting too long`}
    preview={`The oldest has waited since ${formatDateTime(new Date(oldest))}.`}
  >
    <Para>
      We tell people they will normally hear within {formatCount("hour", hours)}. {formatCount("registration", waiting)}{" "}
      {waiting === 1 ? "has" : "have"} waited longer; the oldest since {formatDateTime(new Date(oldest))}.
    </Para>
    <Para>Decide today, or ring an approver at the location to remind them.</Para>
    <Action href={`${letterhead.origin}${path}`}>See who is waiting</Action>
  </Frame>
);
RegistrationsOverdue.example = {
  waiting: 3,
  oldest: "2026-11-16T09:00:00.000Z",
  hours: 48,
  path: "/admin/registrations",
};
export default RegistrationsOverdue;
