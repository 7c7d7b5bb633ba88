import { formatDateTime, formatNumber, lotInWords } from "@/lib/format";
import { Action, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const WorkbookReady: Template<"workbook-ready"> = ({ letterhead, name, file, sentAt, refusal, path, ...counts }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={refusal === undefined ? "Your workbook is ready to review" : "Nothing in your workbook was filed"}
    preview={refusal ?? "Nothing is filed until you agree."}
  >
    <Para>
      You sent {file} at {formatDateTime(new Date(sentAt))}.{" "}
      {refusal === undefined ? `We have checked it: ${found(counts)}.` : `${refusal}.`}
    </Para>
    {refusal === undefined && <Para>Nothing is filed until you have reviewed it and agreed.</Para>}
    <Action href={`${letterhead.origin}${path}`}>
      {refusal === undefined ? "Review your workbook" : "See your workbook"}
    </Action>
  </Frame>
);

const found = ({ toFile, surveys, problems }: { toFile: number; surveys?: number | undefined; problems: number }) =>
  `${lotInWords(toFile, surveys)} can be filed, and ${formatNumber(problems)} ${problems === 1 ? "needs" : "need"} putting right`;

WorkbookReady.example = {
  name: "Hana Office",
  file: "capacity-tracker-2026-11.xlsx",
  sentAt: "2026-11-12T10:15:00.000Z",
  toFile: 812,
  problems: 3,
  path: "/uploads/12",
};
export default WorkbookReady;
