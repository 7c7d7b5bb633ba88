import { db } from "@/lib/db";
import type { Criteria } from "@/lib/capacity/criteria";
import { milesBetween } from "@/lib/capacity/distance";
import { peopleCaredFor, ratingsFrom } from "@/lib/capacity/filters";
import type { Whereabouts } from "@/lib/capacity/whereabouts";

/** Every location with all that it says, as plain as it stands in the tables. */
export async function everything() {
  const locations = await db.location.findMany({
    include: {
      localAuthority: true,
      bedUpdates: { include: { counts: { include: { flexible: true } }, outcomes: true } },
      suitability: { include: { prices: true } },
    },
  });
  return locations.map((location) => ({
    ...location,
    update: location.bedUpdates.toSorted((a, b) => b.id - a.id)[0],
    suits: location.suitability.toSorted((a, b) => b.id - a.id)[0],
  }));
}
export type Everything = Awaited<ReturnType<typeof everything>>;
type One = Everything[number];

/** What a search finds, worked out the long way: no index, no bits, no SQL. */
export function bruteForce(all: Everything, criteria: Criteria, where: Whereabouts, now: Date) {
  return all
    .filter((l) => l.deregisteredOn === null && !l.dormant && l.types.includes(criteria.service))
    .map((l) => judged(l, criteria, where, now))
    .filter((row) => row.meant && row.passes)
    .sort((a, b) => compare(a.order, b.order));
}

const inFolded = (l: One, key: string) => (l.town ?? "").toLowerCase() === key;

function judged(l: One, criteria: Criteria, where: Whereabouts, now: Date) {
  const { service, beds, within } = criteria;
  const hours = service === "home_care";
  const point = where.kind === "unknown" ? null : where.point;
  const miles =
    point === null || l.latitude === null || l.longitude === null
      ? null
      : milesBetween(point, { latitude: l.latitude, longitude: l.longitude });
  const s = l.suits;
  const serves = hours && where.kind === "postcode" && (s?.districts.includes(where.district) ?? false);
  const near = miles !== null && miles <= within;
  const meant =
    where.kind === "town"
      ? inFolded(l, where.key) || near
      : where.kind === "postcode"
        ? serves ||
          (miles === null && l.localAuthorityId === where.councilId) ||
          (near && (!hours || (s?.milesServed ?? null) === null || miles <= Number(s?.milesServed)))
        : where.kind === "area"
          ? l.localAuthorityId === where.id
          : false;
  const u = l.update;
  const counts = (u?.counts ?? []).map((c) => ({
    ...c,
    accepting: u?.openToAdmissions === false || c.open === false ? 0 : c.accepting,
  }));
  const asked = (key: string) => beds.length === 0 || beds.includes(key);
  const flexibly = (c: (typeof counts)[number]) =>
    Math.min(c.accepting, Math.max(0, ...c.flexible.filter((f) => asked(f.alsoKey)).map((f) => f.beds)));
  const hoursSaid = newestHours(l);
  const free = hours
    ? (hoursSaid?.hours ?? 0)
    : counts.reduce((sum, c) => sum + (asked(c.bedTypeKey) ? c.accepting : flexibly(c)), 0);
  const capacity = counts.reduce((sum, c) => sum + (asked(c.bedTypeKey) ? c.capacity : flexibly(c)), 0);
  const saidAt = hours ? hoursSaid?.at : u?.at;
  const doubts = new Set(u?.outcomes.filter((o) => o.result === "taken").map((o) => o.organisation)).size;
  const age = saidAt ? Math.max(0, (now.getTime() - saidAt.getTime()) / 86_400_000) : null;
  const chance = age === null ? null : 0.5 ** (age / 5 + (doubts > 0 ? 1 : 0));
  const bands = [...l.userBands, ...l.specialisms, ...(s?.whoFor ?? []), ...(s?.specialisms ?? [])];
  const price = (s?.prices ?? []).filter((p) => asked(p.bedTypeKey)).map((p) => p.from);
  const column = (need: string) =>
    (s as unknown as Record<string, unknown> | undefined)?.[
      need.replace(/_(\w)/g, (_, c: string) => c.toUpperCase())
    ] === true;
  const tests: [boolean, boolean][] = [
    [criteria.least !== null, free >= (criteria.least ?? 0)],
    [!hours && beds.length > 0, capacity > 0],
    [!hours && criteria.open, u !== undefined && u.openToAdmissions !== false],
    [criteria.confirmed !== null, age !== null && age <= (criteria.confirmed ?? 0)],
    [!hours && criteria.price !== null, price.some((from) => from <= (criteria.price ?? 0))],
    [
      criteria.rating !== null,
      criteria.rating !== null && ratingsFrom(criteria.rating).includes(l.overallRating ?? ""),
    ],
    [!hours && criteria.nursing, l.services.includes("Care home service with nursing") || s?.nursing === true],
    [!hours && criteria.room !== null, s?.roomsFor === "anyone" || s?.roomsFor === criteria.room],
    ...criteria.needs.map((need): [boolean, boolean] => [true, column(need)]),
    ...criteria.whoFor.map((who): [boolean, boolean] => [
      true,
      peopleCaredFor[who].bands.some((band) => bands.includes(band)),
    ]),
    ...criteria.funding.map((payer): [boolean, boolean] => [true, s?.funding.includes(payer) ?? false]),
  ];
  const group = free > 0 && doubts < 2 ? 0 : free > 0 ? 1 : saidAt === undefined ? 2 : 3;
  const farther = ((miles ?? 0) + 1) / Math.max(chance ?? 0.5, 0.001);
  const order =
    criteria.sort === "near"
      ? [miles === null ? 1 : 0, doubts < 2 ? 0 : 1, miles ?? 0, l.id]
      : [point !== null && miles === null ? 1 : 0, group, farther, l.id];
  return { id: l.id, meant, passes: tests.every(([on, met]) => !on || met), free, miles, doubts, order, saidAt, age };
}

/** The newest hours that a service of the test's world said; here they come with its suitability alone. */
function newestHours(l: One): { hours: number; at: Date } | undefined {
  const [newest] = l.suitability
    .filter((s) => s.hoursFree !== null)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id);
  return newest && { hours: newest.hoursFree ?? 0, at: newest.at };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => Math.abs(value - (b[index] ?? 0)) > 1e-9);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
