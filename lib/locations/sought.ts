/** What someone typed to find a location by. */
export type Sought =
  /** `postcode` has no space; `shown` is how it begins in a register, with its space; `district` is null if no more than it was typed. */
  { by: "postcode"; postcode: string; shown: string; district: string | null } | { by: "name"; words: string[] };

const whole = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const begun = /^([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]?)$/;
const district = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/**
 * Reads what was typed as a postcode ("OL1 1AA", "ol11aa"), the start of one ("OL1", "OL1 1"), or else as words of a
 * name, in small letters. Null when it is too short to look for.
 */
export function soughtIn(typed: string): Sought | null {
  const text = typed.replace(/\s+/g, " ").trim().slice(0, 200);
  const upper = text.toUpperCase();
  const joined = upper.replaceAll(" ", "");
  const [, out, rest] = whole.exec(joined) ?? begun.exec(upper) ?? [];
  if (out && rest)
    return { by: "postcode", postcode: out + rest, shown: `${out} ${rest}`, district: rest.length === 3 ? out : null };
  if (district.test(joined)) return { by: "postcode", postcode: joined, shown: `${joined} `, district: null };
  return text.length < 2 ? null : { by: "name", words: text.toLowerCase().split(" ").slice(0, 8) };
}

/** Words as the index of names has them: small, without apostrophes, stops and commas, parted at hyphens. */
export const foldedWords = (words: readonly string[]): string[] =>
  words
    .join(" ")
    .toLowerCase()
    .replace(/['’.,]/g, "")
    .split(/[ -]+/)
    .filter((word) => word !== "");
