/** The questions that can be asked about returns. Each answers only for the locations that the person may see. */
export { calendarNow, type Calendar } from "@/lib/windows/calendar";
export { draftCsv } from "./draft-csv";
export { dueReturns, overseenReturns, type DueReturn, type DueState } from "./due-returns";
export type { ReturnOnRecord } from "./filed-returns";
export { complianceOf, type ComplianceOfLocation, history, type History } from "./history";
export { nilSinceBeds } from "./nil-since-beds";
export { receipt, receiptGenuine, type GenuineReceipt, type ReceiptInFull } from "./receipts";
export { formToSend, type FormToSend } from "./form-to-send";
export { returnForm, type ReturnForm } from "./return-form";
export { windowsNow } from "@/lib/windows/windows-now";
export { type StandingNow, standingsSeenBy } from "@/lib/windows/standings";
