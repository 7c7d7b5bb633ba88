import {
  type ConfirmedWithin,
  confirmedWithin,
  distances,
  type Funding,
  funding,
  type LeastRating,
  mostPrice,
  type Need,
  needs,
  peopleCaredFor,
  ratings,
  type Room,
  rooms,
  usualDistance,
  type WhoFor,
} from "./filters";
import { isService, type Service } from "./services";

/** A part of the map: degrees west, south, east and north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** What someone looks for, as the address of the search holds it. Null: it does not matter. */
export interface Criteria {
  /** A postcode, a place name or a council, as typed. */
  near: string;
  /** The ONS code of a council, Sub ICB or other area that was chosen. */
  area: string | null;
  /** "In this area": the part of the map that was shown. */
  box: Box | null;
  within: number;
  service: Service;
  beds: readonly string[];
  /** The fewest beds, or hours a week, that will do. */
  least: number | null;
  open: boolean;
  confirmed: ConfirmedWithin | null;
  /** Pounds a week. */
  price: number | null;
  rating: LeastRating | null;
  nursing: boolean;
  needs: readonly Need[];
  whoFor: readonly WhoFor[];
  room: Room | null;
  funding: readonly Funding[];
  /** The ONS code of the council or board that must have a contract there. */
  contract: string | null;
  sort: "best" | "near";
  page: number;
}

export type Params = Readonly<Record<string, string | string[] | undefined>>;

const longest = 100;

/**
 * Reads a search from its address. Whatever it does not know it leaves out, so that an old link still works. What was
 * typed counts before an area or a part of the map that was chosen earlier.
 */
export function criteriaIn(params: Params): Criteria {
  const one = (name: string) => ([params[name]].flat()[0] ?? "").trim().slice(0, longest);
  const some = <T extends string>(name: string, known: Readonly<Record<T, unknown>>): T[] =>
    (Object.keys(known) as T[]).filter((key) => [params[name]].flat().includes(key));
  const among = <T extends string>(name: string, known: Readonly<Record<T, unknown>>): T | null =>
    some(name, known)[0] ?? null;
  const whole = (name: string, most: number) => (/^\d{1,6}$/.test(one(name)) ? Math.min(Number(one(name)), most) : 0);
  const within = whole("within", 50);
  const confirmed = whole("confirmed", 30);
  const service = one("service");
  const near = one("near");
  return {
    near,
    area: near === "" ? codeIn(one("area")) : null,
    box: near === "" ? boxIn(one("box")) : null,
    within: (distances as readonly number[]).includes(within) ? within : usualDistance,
    service: isService(service) ? service : "care_home",
    beds: [params.beds]
      .flat()
      .filter((key): key is string => key !== undefined && /^[A-Z0-9_]{1,40}$/.test(key))
      .slice(0, 30),
    least: whole("least", 999) || null,
    open: one("open") === "yes",
    confirmed: confirmed in confirmedWithin ? (confirmed as ConfirmedWithin) : null,
    price: whole("price", mostPrice) || null,
    rating: among("rating", ratings),
    nursing: one("nursing") === "yes",
    needs: some("needs", needs),
    whoFor: some("for", peopleCaredFor),
    room: among("room", rooms),
    funding: some("funding", funding),
    contract: codeIn(one("contract")),
    sort: one("sort") === "near" ? "near" : "best",
    page: Math.max(1, whole("page", 10_000)),
  };
}

/** Has anything been asked for yet? */
export const isSearch = ({ near, area, box }: Criteria): boolean => near !== "" || area !== null || box !== null;

const codeIn = (text: string) => (/^[A-Z]\d{8}$/.test(text) ? text : null);

function boxIn(text: string): Box | null {
  const parts = text.split(",").map(Number);
  const [west, south, east, north] = parts;
  if (parts.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined)
    return null;
  const inBritain = west >= -12 && east <= 5 && south >= 48 && north <= 62;
  return inBritain && west < east && south < north ? [west, south, east, north] : null;
}

/** A part of the map as an address holds it. */
export const writtenBox = (box: Box): string => box.map((degrees) => degrees.toFixed(4)).join(",");

/** A search as its address says it, without what goes without saying: the same search has one address. */
export function addressOf(criteria: Criteria): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | null, usual: string | number = "") => {
    if (value !== null && value !== "" && value !== usual) query.append(name, String(value));
  };
  put("near", criteria.near);
  put("area", criteria.area);
  put("box", criteria.box && writtenBox(criteria.box));
  put("within", criteria.within, usualDistance);
  put("service", criteria.service, "care_home");
  for (const key of criteria.beds) put("beds", key);
  put("least", criteria.least);
  put("open", criteria.open ? "yes" : null);
  put("confirmed", criteria.confirmed);
  put("price", criteria.price);
  put("rating", criteria.rating);
  put("nursing", criteria.nursing ? "yes" : null);
  for (const need of criteria.needs) put("needs", need);
  for (const who of criteria.whoFor) put("for", who);
  put("room", criteria.room);
  for (const payer of criteria.funding) put("funding", payer);
  put("contract", criteria.contract);
  put("sort", criteria.sort, "best");
  put("page", criteria.page, 1);
  return query.toString();
}

/** The address of the page of a search. */
export const findHref = (criteria: Criteria): string => {
  const query = addressOf(criteria);
  return query === "" ? "/find" : `/find?${query}`;
};
