import { funding, type Need, peopleCaredFor, rooms, type WhoFor } from "@/lib/capacity/filters";
import type { Problem } from "@/lib/outcome";
import { needColumns, type SuitabilityAsked } from "./suitability";

/** What someone typed: a list where several may be ticked. */
export type TypedSuitability = Readonly<Record<string, string | string[]>>;

/** A statement as it will be written, without who makes it. */
export interface SuitabilitySaid {
  columns: Record<string, unknown>;
  prices: { bedTypeKey: string; from: number; to: number }[];
  contracts: number[];
}

const one = (typed: TypedSuitability, field: string): string => [typed[field] ?? ""].flat()[0]?.trim() ?? "";
const several = (typed: TypedSuitability, field: string): string[] => [typed[field] ?? []].flat();
const yesNo = (text: string): boolean | null => (text === "yes" ? true : text === "no" ? false : null);
const district = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/**
 * Reads the form of whom a location suits; what was not said stays unsaid. Every problem is said at once, beside its
 * field.
 */
export function readSuitability(
  typed: TypedSuitability,
  asked: SuitabilityAsked,
  areas: ReadonlySet<number>,
): { said: SuitabilitySaid; problems: Problem[] } {
  const problems: Problem[] = [];
  const whole = (field: string, most: number, message: string): number | null => {
    const text = one(typed, field).replace(/[£,\s]/g, "");
    if (text === "") return null;
    if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text);
    problems.push({ field, message });
    return null;
  };
  const { inBeds, atHome } = asked;
  const districts = atHome ? readDistricts(one(typed, "districts"), problems) : [];
  const miles = atHome ? whole("milesServed", 200, "Enter the miles as a whole number from 1 to 200") : null;
  if (miles === 0) problems.push({ field: "milesServed", message: "Enter the miles as a whole number from 1 to 200" });
  const roomsFor = inBeds ? one(typed, "roomsFor") : "";
  const columns: Record<string, unknown> = {
    nursing: inBeds ? yesNo(one(typed, "nursing")) : null,
    whoFor: several(typed, "who").flatMap((who) =>
      Object.hasOwn(peopleCaredFor, who) ? [peopleCaredFor[who as WhoFor].bands[0]] : [],
    ),
    roomsFor: roomsFor === "anyone" || Object.hasOwn(rooms, roomsFor) ? roomsFor : null,
    funding: several(typed, "funding").filter((payer) => Object.hasOwn(funding, payer)),
    admitsUntil: inBeds ? hourOf(one(typed, "admitsUntil")) : null,
    hoursFree: atHome ? whole("hoursFree", 100_000, "Enter the hours a week as a whole number") : null,
    districts,
    milesServed: miles,
    ...Object.fromEntries(asked.needs.map((need: Need) => [needColumns[need], yesNo(one(typed, `need.${need}`))])),
  };
  const prices = asked.bedTypes.flatMap(({ key, label }) => {
    const [fromField, toField] = [`price.${key}.from`, `price.${key}.to`];
    const sentence = `Enter the weekly price for ${label.toLowerCase()} in whole pounds, such as 950`;
    const [from, to] = [whole(fromField, 99_999, sentence), whole(toField, 99_999, sentence)];
    if (from === null && to === null) return [];
    if (from === 0 || to === 0) problems.push({ field: fromField, message: sentence });
    const least = from ?? to ?? 0;
    const most = to ?? least;
    if (most < least)
      problems.push({ field: toField, message: `The highest price for ${label.toLowerCase()} is below the lowest` });
    return [{ bedTypeKey: key, from: least, to: most }];
  });
  const contracts = [...new Set([...several(typed, "contract"), one(typed, "newContract")].map(Number))];
  return { said: { columns, prices, contracts: contracts.filter((id) => areas.has(id)) }, problems };
}

const hourOf = (text: string): number | null => (/^\d{1,2}$/.test(text) && +text >= 1 && +text <= 24 ? +text : null);

function readDistricts(text: string, problems: Problem[]): string[] {
  const parts = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const wrong = parts.filter((part) => !district.test(part));
  if (wrong.length > 0)
    problems.push({
      field: "districts",
      message: `Enter postcode districts such as OL1 or M25: “${wrong[0]?.slice(0, 20)}” is not one`,
    });
  else if (parts.length > 300) problems.push({ field: "districts", message: "Enter 300 postcode districts or fewer" });
  return [...new Set(parts)];
}
