import type { Day } from "@/lib/london";
import { dayOf, dayTyped } from "@/lib/london";
import type { Problem } from "@/lib/outcome";
import { bedField, type Beds, type BedType } from "@/lib/questions/beds";
import { isBelowNought, readFigure, unreadableAnswer } from "@/lib/questions/read";
import { inSentence } from "@/lib/format";
import { type ClosedReason, closedReasons } from "./closed-reasons";

/** What a home says of the beds of one type beside how many there are. */
export interface BedOffer {
  /** How many of those accepting admissions are offered once the home has assessed the person. */
  afterAssessment: number;
  waiting: number | null;
  closedBecause: ClosedReason | null;
  freeFrom: { day: Day; beds: number } | null;
  /** How many of the beds accepting admissions are also offered as other types. */
  alsoAs: { keys: readonly string[]; beds: number } | null;
}

/** The same of all types, by their key. */
export type BedOffers = Readonly<Record<string, BedOffer>>;

const parts = ["assessment", "waiting", "closed", "from", "fromBeds", "alsoAs", "alsoBeds"] as const;
type Part = (typeof parts)[number];

/** Which form fields say it. */
export const offerField = (type: string, part: Part) => `${bedField(type, "open").replace(/\.open$/, "")}.${part}`;

/** Which form field says that beds of a type are offered as another as well. */
const alsoField = (type: string, other: string) => `${offerField(type, "alsoAs")}.${other}`;

/**
 * Every field by which a form says what is offered of one type, where a home may have `types`: a date is typed in
 * three, and each other type has its tick.
 */
export const offerFields = (type: string, types: readonly BedType[]): string[] => [
  ...parts.map((part) => offerField(type, part)),
  ...["day", "month", "year"].map((part) => `${offerField(type, "from")}.${part}`),
  ...types.filter(({ key }) => key !== type).map(({ key }) => alsoField(type, key)),
];

/** A form that asks for offers says so, since what is left blank in it is meant to be blank. */
export const asksOffersField = "beds.offers";

/**
 * Reads what was typed of the offers of each type that was counted. Null if the form did not ask: then what was said
 * before stands, as far as the figures allow.
 */
export function readOffers(
  bedTypes: readonly BedType[],
  typed: Readonly<Record<string, string>>,
  beds: Beds,
  now: Date,
): { offers: BedOffers | null; problems: Problem[] } {
  if (typed[asksOffersField] !== "yes") return { offers: null, problems: [] };
  const problems: Problem[] = [];
  const offers: Record<string, BedOffer> = {};
  for (const type of bedTypes) {
    const count = beds.types[type.key];
    if (count) offers[type.key] = readOffer(type, bedTypes, typed, count.accepting, now, problems);
  }
  return { offers, problems };
}

function readOffer(
  { key, label }: BedType,
  bedTypes: readonly BedType[],
  typed: Readonly<Record<string, string>>,
  accepting: number,
  now: Date,
  problems: Problem[],
): BedOffer {
  const beds = `${inSentence(label)} beds`;
  const refuse = (part: Part, message: string) => void problems.push({ field: offerField(key, part), message });
  const figure = (part: "assessment" | "waiting" | "fromBeds" | "alsoBeds", what: string): number | null => {
    const read = readFigure(typed[offerField(key, part)], "whole");
    if (read !== unreadableAnswer) return read;
    const below = isBelowNought(typed[offerField(key, part)]);
    refuse(part, below ? `${what} cannot be less than 0` : `${what} must be a whole number, like 2`);
    return null;
  };
  const assessment = figure("assessment", `${label} beds after an assessment`) ?? 0;
  if (assessment > accepting)
    refuse("assessment", `Of ${accepting} vacant ${beds} no more than ${accepting} can be offered after an assessment`);
  const closed = typed[offerField(key, "closed")] ?? "";
  return {
    afterAssessment: assessment,
    waiting: figure("waiting", `People waiting for ${beds}`),
    closedBecause: Object.hasOwn(closedReasons, closed) ? (closed as ClosedReason) : null,
    freeFrom: readFreeFrom(key, typed, figure("fromBeds", `${label} beds free later`), now, refuse),
    alsoAs: readAlsoAs(key, bedTypes, typed, figure("alsoBeds", `Flexible ${beds}`), accepting, refuse),
  };
}

type Refuse = (part: Part, message: string) => void;

function readFreeFrom(
  key: string,
  typed: Readonly<Record<string, string>>,
  beds: number | null,
  now: Date,
  refuse: Refuse,
): BedOffer["freeFrom"] {
  const [date, month, year] = ["day", "month", "year"].map((part) => typed[`${offerField(key, "from")}.${part}`] ?? "");
  if (!date && !month && !year) {
    if (beds) refuse("from", "Enter the date they will be free from");
    return null;
  }
  const day = dayTyped(date ?? "", month ?? "", year ?? "");
  if (day === null) refuse("from", "Enter a real date, like 27 11 2026");
  else if (day <= dayOf(now)) refuse("from", "The date must be after today. Beds that are free today are vacant");
  else if (!beds) refuse("fromBeds", "Enter how many beds will be free");
  return day === null || !beds || day <= dayOf(now) ? null : { day, beds };
}

function readAlsoAs(
  key: string,
  bedTypes: readonly BedType[],
  typed: Readonly<Record<string, string>>,
  beds: number | null,
  accepting: number,
  refuse: Refuse,
): BedOffer["alsoAs"] {
  const keys = bedTypes
    .map((type) => type.key)
    .filter((other) => other !== key && typed[alsoField(key, other)] === "yes");
  if (keys.length === 0) {
    if (beds) refuse("alsoAs", "Select which other types they can be used as");
    return null;
  }
  if (!beds) refuse("alsoBeds", "Enter how many of the vacant beds can be used as another type");
  else if (beds > accepting)
    refuse("alsoBeds", `No more than the ${accepting} vacant beds can be used as another type`);
  return beds ? { keys, beds } : null;
}

/** Offers as a form would hold them. */
export function typedFromOffers(offers: BedOffers): Record<string, string> {
  const typed: Record<string, string> = {};
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) typed[name] = String(value);
  };
  for (const [key, { afterAssessment, waiting, closedBecause, freeFrom, alsoAs }] of Object.entries(offers)) {
    put(offerField(key, "assessment"), afterAssessment || null);
    put(offerField(key, "waiting"), waiting);
    put(offerField(key, "closed"), closedBecause);
    put(offerField(key, "from"), freeFrom?.day);
    put(offerField(key, "fromBeds"), freeFrom?.beds);
    for (const other of alsoAs?.keys ?? []) put(alsoField(key, other), "yes");
    put(offerField(key, "alsoBeds"), alsoAs?.beds);
  }
  return typed;
}
