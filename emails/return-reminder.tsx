import { formatCount, formatLongDate, formatMonth } from "@/lib/format";
import { DueList } from "./parts/due-list";
import { Frame, Para } from "./parts/frame";
import { HowToFile } from "./parts/how-to-file";
import { NothingChanged } from "./parts/nothing-changed";
import type { Template } from "./parts/message";

const ReturnReminder: Template<"return-reminder"> = ({
  letterhead,
  name,
  askedBy,
  month,
  lastDay,
  days,
  due,
  account,
  links,
}) => {
  return (
    <Frame
      letterhead={letterhead}
      name={name}
      heading={days === 0 ? "Your return is due today" : `Your return is due in ${formatCount("day", days)}`}
      preview={`File by 11:59pm on ${formatLongDate(lastDay)}.`}
    >
      <Para>
        We do not yet have your {formatMonth(month)} return. Please file by 11:59pm on {formatLongDate(lastDay)}:
      </Para>
      <DueList due={due} />
      {askedBy && <Para>{askedBy} asked us to send you this reminder.</Para>}
      <HowToFile letterhead={letterhead} account={account} />
      <NothingChanged due={due} links={links} />
      <Para>If you have already filed, you do not need to do anything.</Para>
    </Frame>
  );
};
ReturnReminder.example = {
  name: "Amina Khan",
  askedBy: "Oldham Metropolitan Borough Council",
  month: "2026-11",
  lastDay: "2026-11-16",
  days: 3,
  due: [
    { location: "Rosewood House", collection: "Care home return", returnLinkId: 1 },
    { location: "Rosewood Lodge", collection: "Home care return" },
  ],
  account: true,
  links: { 1: "https://tracker.example/unchanged/example" },
};
export default ReturnReminder;
