import { formatTime, inSentence } from "@/lib/format";
import { addDays, dayOf, startOfDay } from "@/lib/london";

const hour = 3_600_000;
const longestHours = 24;
const longestNote = 200;

/** The full hours until which someone may ask about a bed: the next twelve, beginning with one that leaves time to ring. */
export function hoursToAskUntil(now: Date): Date[] {
  const first = Math.ceil((now.getTime() + hour / 4) / hour) * hour;
  return Array.from({ length: 12 }, (_, later) => new Date(first + later * hour));
}

/** Reads the hour that was chosen; null where it has gone, is too far ahead or is no full hour. */
export function readUntil(typed: string, now: Date): Date | null {
  const until = new Date(typed);
  const ahead = until.getTime() - now.getTime();
  return until.getTime() % hour === 0 && ahead > 0 && ahead <= longestHours * hour ? until : null;
}

/** "3pm", "9am tomorrow", "midnight". */
export function untilInWords(until: Date, now: Date): string {
  const tomorrow = addDays(dayOf(now), 1);
  const isMidnight = until.getTime() === startOfDay(tomorrow).getTime();
  return dayOf(until) === dayOf(now) || isMidnight ? formatTime(until) : `${formatTime(until)} tomorrow`;
}

/** "The discharge team of Moorside Infirmary is asking about a general nursing bed until 3pm." */
export function askingInWords({ organisation, bedType, until }: Asking, now: Date): string {
  const bed = bedType === null ? "a bed here" : `a bed of the type ${inSentence(bedType)}`;
  return `${organisation} is asking about ${bed} until ${untilInWords(until, now)}.`;
}

interface Asking {
  organisation: string;
  bedType: string | null;
  until: Date;
}

/** Ten figures, alone or in groups, as an NHS number is written. Telephone numbers begin with 0 or have other lengths. */
const nhsNumber = /(?<![\d+])(?<!\+\d{1,3}[ .-]?)[1-9](?:[ .-]?\d){9}(?![ .-]?\d)/;
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const dates = [
  /(?<!\d)\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:\d{4}|\d{2})(?!\d)/,
  /(?<!\d)\d{4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,2}(?!\d)/,
  new RegExp(
    `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\s*(?:of\\s+)?(?:${months})[a-z]*\\.?,?\\s*(?:\\d{4}|\\d{2})(?!\\d)`,
    "i",
  ),
  new RegExp(`\\b(?:${months})[a-z]*\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}(?!\\d)`, "i"),
  /\b(?:d\.?\s?o\.?\s?b\.?|date of birth|born)\b/i,
];

/** What is wrong with the note of an enquiry; null where nothing is. A note is about the bed, never about a person. */
export function wrongWithNote(note: string): string | null {
  if (note.length > longestNote) return `The note must be ${longestNote} characters or fewer`;
  if (nhsNumber.test(note)) return "Remove the NHS number. The note must not say who the person is";
  if (dates.some((date) => date.test(note)))
    return "Remove the date of birth or other full date. The note must not say who the person is";
  return null;
}
