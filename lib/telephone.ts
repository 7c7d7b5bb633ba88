import { parsePhoneNumberFromString } from "libphonenumber-js";

/**
 * The UK number in a text, or null. Its length is checked, not whether it is in use: new ones are handed out all the
 * time, and examples such as 01632 960 000 never are. Numbers with an extra charge (09) and rows of one digit are refused.
 */
function ukNumberIn(typed: string) {
  if (typed.length > 50) return null;
  const plain = typed.replace(/^44/, "+44").replace(/\(([^\d)][^)]*)\)/, "$1");
  const number = parsePhoneNumberFromString(plain, { defaultCountry: "GB", extract: false });
  if (number?.countryCallingCode !== "44") return null;
  const { nationalNumber } = number;
  return /^[1-35-8]\d{8,9}$/.test(nationalNumber) && !/(\d)\1{6}/.test(nationalNumber) ? number : null;
}

export const notATelephone = "Enter a UK telephone number, like 01632 960 001 or 07700 900 982";

/** Whether this is a UK telephone number, with or without +44, spaces and an extension. */
export const isTelephone = (typed: string): boolean => ukNumberIn(typed) !== null;

/** A number as it is written in the UK: "+441632960001" is "01632 960001". What is not a UK number stays as it is. */
export const formatTelephone = (typed: string): string =>
  ukNumberIn(typed)
    ?.formatNational()
    .replace(/ x(\d+)$/, " ext $1") ?? typed;

/** The link that rings a number, its extension included. */
export const telephoneHref = (typed: string): string =>
  ukNumberIn(typed)?.getURI() ?? `tel:${typed.replace(/[^\d+]/g, "")}`;

const ofNumber = /^[+(]*\d[\d()-]*$/;
/** CQC's ids, such as 1-1234567890, look like telephone numbers and are none. */
const isId = (word: string) => /^\d-\d+$/.test(word);

/**
 * The figures of a telephone number that someone looks for, and the other words they typed: "+44 7700 900 982" and "07700
 * 900982" are the same. Null where fewer than three figures are left.
 */
export function soughtDigits(typed: string): { digits: string | null; others: string[] } {
  const words = typed.trim().split(/\s+/).filter(Boolean);
  const ofIt = words.filter((word) => ofNumber.test(word) && !isId(word));
  const all = ofIt.join("").replace(/\D/g, "");
  if (all.length < 3) return { digits: null, others: words };
  const digits = all.length < 10 ? all : all.replace(/^(?:00)?44/, "").replace(/^0/, "");
  return { digits, others: words.filter((word) => !ofIt.includes(word)) };
}
