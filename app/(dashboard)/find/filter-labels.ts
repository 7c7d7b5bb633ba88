import { type Criteria, findHref } from "@/lib/capacity/criteria";
import { confirmedWithin, funding, needs, peopleCaredFor, ratings, rooms } from "@/lib/capacity/filters";
import type { Found } from "@/lib/capacity/find-capacity";
import { countsHours } from "@/lib/capacity/services";
import { formatCount, formatNumber } from "@/lib/format";
import type { BedType } from "@/lib/questions/beds";

/** A filter that is on: its words, and the search without it. */
export interface FilterOn {
  label: string;
  without: Criteria;
}

/** Every filter of a search that is on, in the order of the form. */
export function filtersOn(criteria: Criteria, bedTypes: readonly BedType[], found: Found | null): FilterOn[] {
  const on: FilterOn[] = [];
  const put = (label: string, change: Partial<Criteria>) =>
    on.push({ label, without: { ...criteria, ...change, page: 1 } });
  const but = <T>(all: readonly T[], one: T): T[] => all.filter((each) => each !== one);
  const { least, confirmed, rating, room, price, contract } = criteria;
  const unit = countsHours(criteria.service) ? "hour" : "bed";
  if (least !== null) put(`At least ${formatCount(unit, least)} free`, { least: null });
  for (const key of criteria.beds)
    put(bedTypes.find((type) => type.key === key)?.label ?? key, { beds: but(criteria.beds, key) });
  if (criteria.open) put("Open to admissions", { open: false });
  if (criteria.nursing) put("With nursing", { nursing: false });
  if (price !== null) put(`Up to £${formatNumber(price)} a week`, { price: null });
  if (confirmed !== null) put(`Confirmed: ${confirmedWithin[confirmed].toLowerCase()}`, { confirmed: null });
  if (rating) put(ratings[rating].atLeast, { rating: null });
  for (const need of criteria.needs) put(needs[need], { needs: but(criteria.needs, need) });
  for (const who of criteria.whoFor) put(peopleCaredFor[who].label, { whoFor: but(criteria.whoFor, who) });
  if (room) put(rooms[room], { room: null });
  for (const payer of criteria.funding)
    put(`Takes ${funding[payer]} funding`, { funding: but(criteria.funding, payer) });
  if (contract) {
    const name = found?.contracts.find(({ code }) => code === contract)?.name ?? contract;
    put(`Contract with ${name}`, { contract: null });
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
