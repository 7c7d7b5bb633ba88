import { formatLongDate } from "@/lib/format";
import { Frame, Para, Points } from "./parts/frame";
import type { Template } from "./parts/message";

const LastDaySet: Template<"last-day-set"> = ({ letterhead, name, places, lastDay }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={lastDay ? "Your access will end" : "Your access will not end by itself"}
    preview={lastDay ? `Its last day is ${formatLongDate(lastDay)}.` : "It has no last day any more."}
  >
    <Para>{lastDay ? `${formatLongDate(lastDay)} is the last day of your access to:` : "You keep access to:"}</Para>
    <Points points={places} />
    {lastDay ? (
      <>
        <Para>
          Until midnight at the end of that day nothing changes. After it you can no longer see or update what is listed
          here. What you filed stays, under your name.
        </Para>
        <Para>If the day is wrong, speak to an approver there.</Para>
      </>
    ) : (
      <Para>It had a last day, and has none any more.</Para>
    )}
  </Frame>
);
LastDaySet.example = { name: "Amina Khan", places: ["Rosewood Lodge"], lastDay: "2026-12-31" };
export default LastDaySet;
