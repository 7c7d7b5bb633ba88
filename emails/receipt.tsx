import { formatDateTime, formatMonth } from "@/lib/format";
import { Action, FactLines, Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";

const Receipt: Template<"receipt"> = ({ letterhead, name, onBehalfOf, ...filed }) => (
  <Frame
    letterhead={letterhead}
    name={name}
    heading={`We have the ${formatMonth(filed.month)} return of ${filed.location}`}
    preview={`Your reference is ${filed.reference}. There is nothing more to do.`}
  >
    <FactLines
      facts={[
        ["Reference", filed.reference],
        ["Check code", filed.checkCode],
        ["Location", filed.location],
        ["Collection", filed.collection],
        ["Window", formatMonth(filed.month)],
        ["Filed at", formatDateTime(new Date(filed.submittedAt))],
        ["Filed by", onBehalfOf ? `${onBehalfOf}, with the account of ${name}` : name],
        ["How", filed.how],
        ["In the window", filed.late ? "No: it is marked late" : "Yes"],
      ]}
    />
    <Action href={`${letterhead.origin}${filed.path}`}>Sign in to see the figures</Action>
    <Para>
      Anyone you give the reference and the check code can check this receipt at {letterhead.origin}/receipts/check.
      They do not see your figures.
    </Para>
    <Para>If a figure was wrong, file again: what you file last before the window closes is what counts.</Para>
  </Frame>
);
Receipt.example = {
  name: "Amina Khan",
  location: "Rosewood House",
  collection: "Care home return",
  month: "2026-11",
  reference: "CT-2611-7K3M",
  checkCode: "29QX-4HJP",
  submittedAt: "2026-11-12T10:15:00.000Z",
  late: false,
  how: "Filed with the form",
  path: "/returns/1/care_home/receipt",
};
export default Receipt;
