import type { Problem } from "@/lib/outcome";

const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** One line as someone typed it: trimmed, without line breaks and other unseen characters; null if nothing is left. */
export const typedLine = (text: string): string | null =>
  text.normalize("NFC").replace(unseen, " ").replace(/\s+/g, " ").trim() || null;

/** Several lines as someone typed them: their breaks stay, and blank lines at either end go. */
export const typedLines = (text: string): string | null =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\p{Cf}|(?!\n)\p{Cc}/gu, "")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim() || null;

/** That a text is too long, beside its field; nothing if it is not. */
export const tooLong = (field: string, what: string, text: string | null, longest: number): Problem[] =>
  text !== null && text.length > longest ? [{ field, message: `${what} must be ${longest} characters or fewer` }] : [];
