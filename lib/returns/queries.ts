/** The questions that can be asked about returns. Each answers only for the locations that the person may see. */
export { calendarNow, type Calendar } from "@/lib/windows/calendar";
export { draftCsv } from "./draft-csv";
export { dueReturns, type DueReturn, type DueState } from "./due-returns";
export type { ReturnOnRecord } from "./filed-returns";
export { complianceOf, type ComplianceOfLocation, history, type History } from "./history";
export { receipt, receiptGenuine, type GenuineReceipt, type ReceiptInFull } from "./receipts";
export { formToSend, type FormToSend, returnForm, type ReturnForm } from "./return-form";
export { windowsNow } from "@/lib/windows/windows-now";
export { type StandingNow, standingsSeenBy } from "@/lib/windows/standings";
