/** What someone typed to find a location by. */
export type Sought =
  /** `postcode` has no space; `shown` is how it begins in a register, with its space; `district` is null if no more than it was typed. */
  { by: "postcode"; postcode: string; shown: string; district: string | null } | { by: "name"; words: string[] };

const whole = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const begun = /^([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]?)$/;
const district = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/**
 * Reads what was typed as a postcode ("OL1 1AA", "ol11aa", "OL1-1AA", "0L1 1AA"), the start of one ("OL1", "OL1 1"), or
 * else as words of a name, in small letters. Null when it is too short to look for.
 */
export function soughtIn(typed: string): Sought | null {
  const text = typed.replace(/\s+/g, " ").trim().slice(0, 200);
  const parted = text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();
  const joined = parted.replaceAll(" ", "");
  const [, out, rest] = whole.exec(withNoughts(joined, 3)) ?? begun.exec(begunWithNoughts(parted)) ?? [];
  if (out && rest)
    return { by: "postcode", postcode: out + rest, shown: `${out} ${rest}`, district: rest.length === 3 ? out : null };
  const alone = withNoughts(joined, 0);
  if (district.test(alone)) return { by: "postcode", postcode: alone, shown: `${alone} `, district: null };
  return text.length < 2 ? null : { by: "name", words: text.toLowerCase().split(" ").slice(0, 8) };
}

/**
 * The letter O and the figure 0 put right by where they stand: no district ends in an O, and what follows it is a figure
 * and two letters. `inward` is how many characters follow the district. Words without any figure are left as they are.
 */
function withNoughts(text: string, inward: number): string {
  if (!/\d/.test(text) || text.length <= inward) return text;
  const out = text.slice(0, text.length - inward);
  const rest = text.slice(text.length - inward);
  return (
    out
      .replace(/^0/, "O")
      .replace(/^([A-Z])0(?=\d)/, "$1O")
      .replace(/(?<=\d)O$/, "0")
      .replace(/(?<=^[A-Z]{2})O(?=\d?$)/, "0") + rest.replace(/^O/, "0").replace(/(?<=^.+)0/g, "O")
  );
}

function begunWithNoughts(text: string): string {
  const [out = "", rest, ...more] = text.split(" ");
  if (rest === undefined || more.length > 0 || !/\d/.test(text)) return text;
  return `${withNoughts(out, 0)} ${rest.replace(/^O/, "0")}`;
}

/** Words as the index of names has them: small, without apostrophes, stops and commas, parted at hyphens. */
export const foldedWords = (words: readonly string[]): string[] =>
  words
    .join(" ")
    .toLowerCase()
    .replace(/['’.,]/g, "")
    .split(/[ -]+/)
    .filter((word) => word !== "");
