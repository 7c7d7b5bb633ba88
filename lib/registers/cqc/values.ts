import { partsOf } from "@/lib/london";
import { workbookDay } from "@/lib/sheets/rows";
import { unreadableFile, type FilePosition } from "@/lib/sheets/unreadable";
import type { Field, FieldKind } from "./fields";

type ValueOf<K extends FieldKind> = K extends "yesNo"
  ? boolean | null
  : K extends "beds" | "latitude" | "longitude"
    ? number | null
    : string | null;

/** The values of a set of fields, once read. Blank is null. */
export type Values<F extends Record<string, Field>> = { -readonly [K in keyof F]: ValueOf<F[K]["kind"]> };

/** Reads every field of a set. `text` returns what the file says, and `at` its position. */
export function readFields<F extends Record<string, Field>>(
  fields: F,
  text: (name: keyof F & string) => string,
  at: (name: keyof F & string) => FilePosition,
): Values<F> {
  const values: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name] as Field;
    const given = text(name).trim();
    const blank = given === "" || /^[-–—]$/.test(given);
    if (blank && field.needed) throw unreadableFile(at(name), "this must be filled in.");
    values[name] = blank ? null : readers[field.kind](given, () => at(name));
  }
  return values as Values<F>;
}

type Where = () => FilePosition;

const mostBeds = 2_000;
const longestText = 2_000;
/** Allows for small slips, so that a national file is not refused because of one extra letter. */
const longestPostcode = 12;

export function readText(given: string, where: Where): string {
  if (given.length <= longestText) return given.replace(/\s+/g, " ");
  throw unreadableFile(where(), `this holds more than ${longestText} characters.`);
}

/** Yes or no, in any of the ways that registers and spreadsheets write it. */
export function readRegisterYesNo(given: string, where: Where): boolean {
  if (/^(y|yes|true|1|x|✓|✔)$/i.test(given)) return true;
  if (/^(n|no|false|0)$/i.test(given)) return false;
  throw unreadableFile(where(), `“${brief(given)}” is neither Y nor N.`);
}

const readers: Record<FieldKind, (given: string, where: Where) => unknown> = {
  id: (given, where) => {
    if (/^[0-9A-Z][0-9A-Z-]{2,13}$/.test(given)) return given;
    throw unreadableFile(where(), `“${brief(given)}” is not an id such as 1-101635191.`);
  },
  text: readText,
  date: readDate,
  yesNo: readRegisterYesNo,
  beds: (given, where) => {
    const beds = number(given);
    if (beds !== null && Number.isInteger(beds) && beds >= 0 && beds <= mostBeds) return beds;
    throw unreadableFile(where(), `“${brief(given)}” is not a number of beds from 0 to ${mostBeds}.`);
  },
  latitude: coordinate("latitude", 49.8, 56),
  longitude: coordinate("longitude", -6.6, 2),
  telephone: (given) => (/^[1-9]\d{9}$/.test(given) ? `0${given}` : given.slice(0, 50)),
  postcode: (given, where) => {
    if (given.length <= longestPostcode) return tidyPostcode(given);
    throw unreadableFile(where(), `“${brief(given)}” is not a postcode.`);
  },
};

/** England and a little beyond, because some agencies over the border are registered too. */
function coordinate(name: string, least: number, most: number) {
  return (given: string, where: Where): number => {
    const degrees = number(given);
    if (degrees !== null && degrees >= least && degrees <= most) return degrees;
    throw unreadableFile(where(), `“${brief(given)}” is not a ${name} in England (${least} to ${most}).`);
  };
}

const number = (given: string): number | null => (/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(given) ? Number(given) : null);

export function readDate(given: string, where: Where): string {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(given) ?? [];
  const iso = year
    ? `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`
    : /^\d{5}(\.\d+)?$/.test(given)
      ? workbookDay(Math.floor(Number(given)))
      : (/^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i.exec(given)?.[1] ??
        "");
  try {
    const parts = partsOf(iso);
    if (parts.year >= 1948 && parts.year <= 2100) return iso;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw unreadableFile(where(), `“${brief(given)}” is not a date such as 31/10/2026.`);
}

const brief = (given: string) => (given.length > 40 ? `${given.slice(0, 40)}…` : given);

/** A postcode in capitals with one space before its last three characters. Anything else is returned unchanged. */
function tidyPostcode(given: string): string {
  const letters = given.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const tidy = `${letters.slice(0, -3)} ${letters.slice(-3)}`;
  return isPostcode(tidy) ? tidy : given;
}

export const isPostcode = (tidy: string): boolean => /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(tidy);
