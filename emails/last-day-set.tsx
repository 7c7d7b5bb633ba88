import { formatLongDate } from "@/lib/format";
import { Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const LastDaySet: Template<"last-day-set"> = ({ letterhead, name, places, lastDay }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={lastDay ? "Your access will end" : "Your access no longer has an end date"}
    preview={lastDay ? `Its last day is ${formatLongDate(lastDay)}.` : "It no longer has a last day."}
  >
    <Para>{lastDay ? `${formatLongDate(lastDay)} is the last day of your access to:` : "You keep access to:"}</Para>
    <Points points={places} />
    {lastDay ? (
      <>
        <Para>
          Nothing changes until midnight at the end of that day. After that, you will no longer be able to see or update
          what is listed here. What you filed stays, under your name.
        </Para>
        <Para>If the date is wrong, speak to an approver there.</Para>
      </>
    ) : (
      <Para>It had a last day, but no longer does.</Para>
    )}
  </Frame>
);
LastDaySet.example = { name: "Amina Khan", places: ["Rosewood Lodge"], lastDay: "2026-12-31" };
export default LastDaySet;
