import { formatDateTime, lotInWords } from "@/lib/format";
import { Action, FactLines, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const WorkbookFiled: Template<"workbook-filed"> = ({
  letterhead,
  name,
  file,
  returns,
  surveys,
  reference,
  ...filed
}) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`We have your ${lotInWords(returns, surveys)}`}
    preview={`Your reference for all of them is ${reference}.`}
  >
    <FactLines
      facts={[
        ["Reference for all of them", reference],
        ["File", file],
        ["Filed at", formatDateTime(new Date(filed.filedAt))],
        ["Filed by", filed.onBehalfOf ?? name],
      ]}
    />
    <Para>Each return has its own receipt, with a reference and a check code.</Para>
    <Action href={`${letterhead.origin}${filed.path}`}>See the receipts</Action>
    <Para>
      If a figure was wrong, file that return again. The last return you file before the window closes is the one that
      counts.
    </Para>
  </Frame>
);
WorkbookFiled.example = {
  name: "Hana Office",
  file: "capacity-tracker-2026-11.xlsx",
  returns: 812,
  reference: "LOT-7K3M-29QX",
  filedAt: "2026-11-12T10:20:00.000Z",
  path: "/uploads/12",
};
export default WorkbookFiled;
