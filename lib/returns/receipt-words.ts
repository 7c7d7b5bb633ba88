import { formatDateTime, formatMonth } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { nilReasons } from "@/lib/questions/nil-reasons";
import type { ReceiptInFull } from "./receipts";
import { lastMinute } from "./reporting-window";
import { sourceInWords } from "./return-source";

/** What a receipt proves, line by line: the same on screen, in print and as PDF. */
export function receiptLines(receipt: ReceiptInFull): [label: string, value: string][] {
  const { window, late, nilReason, nilNote, supersededAt, onBehalfOf, submittedBy } = receipt;
  const monthly = collections[receipt.collection].often === "monthly";
  const reason = nilReasons.find(({ key }) => key === nilReason)?.label;
  return [
    ["Reference", receipt.reference],
    ["Check code", receipt.checkCode],
    ["Location", `${receipt.location} (${receipt.registerId})`],
    ["Provider", receipt.provider],
    ["Collection", collections[receipt.collection].label],
    ["Window", `${formatMonth(receipt.month)}${monthly ? `, closing ${formatDateTime(lastMinute(window))}` : ""}`],
    ["Filed at", formatDateTime(receipt.submittedAt)],
    ["Filed by", onBehalfOf ? `${onBehalfOf}, with the shared account ${submittedBy}` : submittedBy],
    ["How", sourceInWords(receipt.source)],
    ...(monthly
      ? [["Counts for the window", late ? "No: it came after the window closed" : "Yes"] as [string, string]]
      : []),
    ...(reason ? [["Nil return", nilNote ? `${reason}. ${nilNote}` : reason] as [string, string]] : []),
    ...(supersededAt ? [["Replaced", `By a later return at ${formatDateTime(supersededAt)}`] as [string, string]] : []),
  ];
}
