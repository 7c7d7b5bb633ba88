import { type Criteria, findHref } from "@/lib/capacity/criteria";
import { confirmedWithin, funding, needs, peopleCaredFor, ratings, rooms } from "@/lib/capacity/filters";
import type { Found } from "@/lib/capacity/find-capacity";
import { countsHours } from "@/lib/capacity/services";
import { formatCount } from "@/lib/format";
import type { BedType } from "@/lib/questions/beds";

/** A filter that is on: its words, the search without it, and the facet whose count says what that would leave. */
export interface FilterOn {
  label: string;
  without: Criteria;
  facet: string;
}

/** Every filter of a search that is on, in the order of the form. */
export function filtersOn(criteria: Criteria, bedTypes: readonly BedType[], found: Found | null): FilterOn[] {
  const on: FilterOn[] = [];
  const put = (label: string, change: Partial<Criteria>, facet: string) =>
    on.push({ label, without: { ...criteria, ...change, page: 1 }, facet });
  const but = <T>(all: readonly T[], one: T): T[] => all.filter((each) => each !== one);
  const { least, confirmed, rating, room, price, contract } = criteria;
  const unit = countsHours(criteria.service) ? "hour" : "bed";
  if (least !== null) put(`At least ${formatCount(unit, least)} free`, { least: null }, "vacancy");
  for (const key of criteria.beds)
    put(bedTypes.find((type) => type.key === key)?.label ?? key, { beds: but(criteria.beds, key) }, "vacancy");
  if (criteria.open) put("Open to admissions", { open: false }, "open");
  if (criteria.nursing) put("With nursing", { nursing: false }, "nursing");
  if (price !== null) put(`Up to £${price} a week`, { price: null }, "price");
  if (confirmed !== null)
    put(`Confirmed: ${confirmedWithin[confirmed].toLowerCase()}`, { confirmed: null }, "confirmed");
  if (rating) put(ratings[rating].atLeast, { rating: null }, "rating");
  for (const need of criteria.needs) put(needs[need], { needs: but(criteria.needs, need) }, "needs");
  for (const who of criteria.whoFor) put(peopleCaredFor[who].label, { whoFor: but(criteria.whoFor, who) }, "for");
  if (room) put(rooms[room], { room: null }, "room");
  for (const payer of criteria.funding)
    put(`Takes ${funding[payer]} funding`, { funding: but(criteria.funding, payer) }, "funding");
  if (contract) {
    const name = found?.contracts.find(({ code }) => code === contract)?.name ?? contract;
    put(`Contract with ${name}`, { contract: null }, "contract");
  }
  return on;
}

/** The same as tags, each with the address of the search without it. */
export const filterTags = (on: readonly FilterOn[]) =>
  on.map(({ label, without }) => ({ label, removeHref: findHref(without) }));

/** The search without any filter, where there is more than one. */
export const withoutFilters = ({ near, area, box, within, service, sort }: Criteria, bare: Criteria): Criteria => ({
  ...bare,
  near,
  area,
  box,
  within,
  service,
  sort,
});
