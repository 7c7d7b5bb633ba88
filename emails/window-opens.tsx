import { formatLongDate, formatMonth } from "@/lib/format";
import { DueList } from "./parts/due-list";
import { Frame, Para } from "./parts/frame";
import { HowToFile } from "./parts/how-to-file";
import { NothingChanged } from "./parts/nothing-changed";
import type { Template } from "./parts/message";

const WindowOpens: Template<"window-opens"> = ({ letterhead, name, month, lastDay, because, due, account, links }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`Time to file for ${formatMonth(month)}`}
    preview={`File by 11:59pm on ${formatLongDate(lastDay)}.`}
  >
    <Para>
      The reporting window for {formatMonth(month)} is open. Please file by 11:59pm on {formatLongDate(lastDay)}
      {because ? ` (later than usual because ${because})` : ""}:
    </Para>
    <DueList due={due} />
    <HowToFile letterhead={letterhead} account={account} />
    <NothingChanged due={due} links={links} />
    <Para>
      You will need the number of beds or people you care for, your staff numbers and the hours they were paid for. For
      help with the questions: {letterhead.guidanceEmail}.
    </Para>
  </Frame>
);
WindowOpens.example = {
  name: "Amina Khan",
  month: "2026-11",
  lastDay: "2026-11-16",
  because: "the 14th is a Saturday",
  due: [
    { location: "Rosewood House", collection: "Care home return", returnLinkId: 1 },
    { location: "Rosewood Lodge", collection: "Home care return" },
  ],
  account: true,
  links: { 1: "https://tracker.example/unchanged/example" },
};
export default WindowOpens;
