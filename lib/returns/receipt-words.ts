import { formatDateTime, formatMonth } from "@/lib/format";
import { answerInWords } from "@/lib/questions/answer-words";
import { bedFigures, unavailable } from "@/lib/questions/beds";
import { collections, isMandated } from "@/lib/questions/collections";
import { figureNames, openInWords } from "@/lib/questions/differences";
import { nilReasons } from "@/lib/questions/nil-reasons";
import { spoken } from "@/lib/questions/problem";
import { setOf } from "@/lib/questions/sets";
import type { ReceiptInFull } from "./receipts";
import { lastMinute } from "@/lib/windows/reporting-window";
import { sourceInWords } from "@/lib/questions/return-source";

export type ReceiptLine = [label: string, value: string];

/** What was filed under one heading. */
export interface ReceiptPart {
  title: string;
  lines: ReceiptLine[];
}

/** What a receipt proves, line by line: the same on screen, in print, as PDF and by email. */
export function receiptLines(receipt: ReceiptInFull): ReceiptLine[] {
  const { window, nilReason, nilNote, supersededAt, onBehalfOf, submittedBy } = receipt;
  const monthly = isMandated(receipt.collection);
  const reason = nilReasons.find(({ key }) => key === nilReason)?.label;
  return [
    ["Reference", receipt.reference],
    ["Check code", receipt.checkCode],
    ["Location", `${receipt.location} (${receipt.registerId})`],
    ["Provider", receipt.provider],
    ["Collection", collections[receipt.collection].label],
    ...(monthly
      ? [["Window", `${formatMonth(receipt.month)}, closing ${formatDateTime(lastMinute(window))}`] as ReceiptLine]
      : []),
    ["Filed at", formatDateTime(receipt.submittedAt)],
    ["Filed by", onBehalfOf ? `${onBehalfOf}, with the shared account ${submittedBy}` : submittedBy],
    ["How", sourceInWords(receipt.source)],
    ...(monthly ? [["Counts for the window", countsInWords(receipt)] as ReceiptLine] : []),
    ...(reason ? [["Nil return", nilNote ? `${reason}. ${nilNote}` : reason] as ReceiptLine] : []),
    ...(receipt.replaced ? [["Replaces", receipt.replaced] as ReceiptLine] : []),
    ...(supersededAt ? [["Replaced", `By a later return at ${formatDateTime(supersededAt)}`] as ReceiptLine] : []),
  ];
}

/** "Yes", or why not: a return that came late beside one that was in time does not take its place. */
const countsInWords = ({ late, counts }: ReceiptInFull): string =>
  !late ? "Yes" : counts ? `No, it is an extra update: ${counts} counts` : "No: it came after the window closed";

/** What was received: "Return for November 2026", "Nil return for November 2026", "Hospice update". */
export function receivedInWords({ collection, nilReason, late, counts, month }: ReceiptInFull): string {
  if (!isMandated(collection)) return collections[collection].label;
  const what = nilReason ? "Nil return" : !late ? "Return" : counts ? "Extra update" : "Late update";
  return `${what} for ${formatMonth(month)}`;
}

/** The figures of a receipt and what was confirmed, under their headings: as PDF and by email. */
export function receiptFigures({ collection, answers, beds, bedTypes, accepted }: ReceiptInFull): ReceiptPart[] {
  const { sections, questions, beds: counted } = setOf(collection);
  const parts = sections.map(({ key, title }) => ({
    title,
    lines: [
      ...(key === counted ? bedLines(beds, bedTypes) : []),
      ...questions
        .filter((question) => question.section === key && (answers?.[question.key] ?? null) !== null)
        .map((question): ReceiptLine => [question.short, answerInWords(question, answers?.[question.key])]),
    ],
  }));
  const confirmed = accepted.map(({ message, reason }): ReceiptLine => [message, reason || "No reason given"]);
  return [...parts, { title: "Confirmed", lines: confirmed }].filter(({ lines }) => lines.length > 0);
}

function bedLines(beds: ReceiptInFull["beds"], bedTypes: ReceiptInFull["bedTypes"]): ReceiptLine[] {
  if (!beds) return [];
  const types = bedTypes.flatMap(({ key, label }): ReceiptLine[] => {
    const count = beds.types[key];
    if (!count) return [];
    const figures = bedFigures.map((figure) => `${spoken(count[figure])} ${figureNames[figure]}`);
    const open = count.open === null ? [] : [count.open ? "open to admissions" : "closed to admissions"];
    return [[label, [...figures, `${spoken(unavailable(count))} unavailable`, ...open].join(", ")]];
  });
  return [...(beds.open === null ? [] : [["Admissions", openInWords(beds.open)] as ReceiptLine]), ...types];
}
