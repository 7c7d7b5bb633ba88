import { formatLongDate, formatMonth } from "@/lib/format";
import { DueList } from "./parts/due-list";
import { Frame, Para } from "./parts/frame";
import { HowToFile } from "./parts/how-to-file";
import type { Template } from "./parts/message";

const WindowMissed: Template<"window-missed"> = ({ letterhead, name, month, lastDay, due, account }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`We did not get your ${formatMonth(month)} return`}
    preview="You can still file it: it will be marked late."
  >
    <Para>
      The reporting window for {formatMonth(month)} closed at 11:59pm on {formatLongDate(lastDay)}, and we had no return
      from:
    </Para>
    <DueList due={due} />
    <Para>
      Please file now. It will be marked as late and will not count for the window, but people planning care need your
      figures.
    </Para>
    <HowToFile letterhead={letterhead} account={account} />
    <Para>
      A location that misses windows may be asked why and may be fined. If something is stopping you from filing, tell
      us.
    </Para>
  </Frame>
);
WindowMissed.example = {
  name: "Amina Khan",
  month: "2026-11",
  lastDay: "2026-11-16",
  due: [
    { location: "Rosewood House", collection: "Care home return" },
    { location: "Rosewood Lodge", collection: "Home care return" },
  ],
  account: true,
};
export default WindowMissed;
