import { type Criteria, criteriaIn } from "@/lib/capacity/criteria";
import { peopleCaredFor, ratings } from "@/lib/capacity/filters";
import { findIn, pageSize } from "@/lib/capacity/find-capacity";
import { type Whereabouts, whereaboutsOf } from "@/lib/capacity/whereabouts";
import { disconnect } from "@/lib/db";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { dice, putHomes } from "@/tests/support/finding";
import { bruteForce, type Everything, everything } from "./brute-force";

let world: Cast;
let all: Everything;

beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
  await putHomes(world, 150, now);
  all = await everything();
}, 120_000);
afterAll(disconnect);

const d = dice(41);
const some = <T>(from: readonly T[], share: number): T[] => from.filter(() => d.happens(share));

/** A search that someone could make, most of them with a few filters. */
function randomSearch(): { criteria: Criteria; near: string } {
  const hours = d.happens(0.25);
  const near = d.pick(["OL1 1AA", "OL2 2BB", "OL10 1AB", "M24 1AA", "Oldham", "Royton", "Heywood", "council"]);
  const criteria = criteriaIn({
    within: String(d.pick([1, 3, 5, 10, 15, 20, 30, 50])),
    service: hours ? "home_care" : "care_home",
    beds: hours ? [] : some(["GEN_RES", "DEM_RES", "GEN_NUR", "DEM_NUR", "TRANS"], 0.2),
    least: d.happens(0.5) ? String(d.pick([1, 2, 3, 5])) : "",
    open: d.happens(0.2) ? "yes" : "",
    confirmed: d.happens(0.2) ? String(d.pick([1, 3, 7, 30])) : "",
    price: d.happens(0.2) ? String(d.whole(600, 1800)) : "",
    rating: d.happens(0.3) ? d.pick(Object.keys(ratings)) : "",
    nursing: d.happens(0.15) ? "yes" : "",
    needs: some(["ground_floor", "wheelchair", "hoist", "weekend_admissions"], 0.1),
    for: some(Object.keys(peopleCaredFor), 0.05),
    room: d.happens(0.1) ? d.pick(["women", "men"]) : "",
    funding: some(["nhs", "council", "self"], 0.1),
    sort: d.pick(["best", "near"]),
    page: d.pick(["1", "1", "2", "3"]),
  });
  return { criteria, near };
}

test("a thousand random searches find the same locations, in the same order, as a computation without SQL", async () => {
  const places = new Map<string, Whereabouts>();
  const { localAuthority } = all[0] ?? {};
  for (const near of ["OL1 1AA", "OL2 2BB", "OL10 1AB", "M24 1AA", "Oldham", "Royton", "Heywood"])
    places.set(near, await whereaboutsOf(criteriaIn({ near }), now));
  places.set("council", await whereaboutsOf(criteriaIn({ area: localAuthority?.onsCode ?? "" }), now));
  let found = 0;
  const under = { best: 0, near: 0 };
  for (let nth = 0; nth < 1000; nth++) {
    const { criteria, near } = randomSearch();
    const where = places.get(near) as Whereabouts;
    const expected = bruteForce(all, criteria, where, now);
    const answer = await findIn(world.users.harun, criteria, where, now);
    const asked = JSON.stringify({ near, criteria });
    expect({ asked, total: answer.total }).toEqual({ asked, total: expected.length });
    const first = expected.slice((criteria.page - 1) * pageSize, criteria.page * pageSize);
    expect({ asked, ids: answer.places.map(({ id }) => id) }).toEqual({ asked, ids: first.map(({ id }) => id) });
    answer.places.forEach((place, index) => {
      expect(place.free).toBe(first[index]?.free);
      expect(place.doubts).toBe(first[index]?.doubts);
      expect(place.miles ?? -1).toBeCloseTo(first[index]?.miles ?? -1, 6);
    });
    const known = answer.places.filter(({ miles }) => miles !== null);
    const doubted = known.findIndex(({ doubts }) => doubts >= 2);
    if (doubted >= 0) {
      const above = known.slice(doubted).filter(({ doubts, free }) => doubts < 2 && free > 0);
      expect({ asked, above }).toEqual({ asked, above: [] });
      under[criteria.sort]++;
    }
    expect(answer.withFree).toBe(expected.filter(({ free }) => free > 0).length);
    expect(answer.neverSaid).toBe(expected.filter(({ saidAt }) => saidAt === undefined).length);
    expect(answer.confirmedThisWeek).toBe(expected.filter(({ age }) => age !== null && age <= 7).length);
    found += answer.total;
  }
  expect(found).toBeGreaterThan(3000);
  expect(Math.min(under.best, under.near)).toBeGreaterThan(20);
}, 240_000);

/** What each answer of each filter would make of a search, as its form sends it. */
const answers: Record<string, (value: string, asked: Criteria) => Partial<Criteria>> = {
  vacancy: (value) => ({ least: Number(value) }),
  open: () => ({ open: true }),
  confirmed: (value) => ({ confirmed: Number(value) as Criteria["confirmed"] }),
  price: (value) => ({ price: Number(value) }),
  rating: (value) => ({ rating: value as Criteria["rating"] }),
  nursing: () => ({ nursing: true }),
  room: (value) => ({ room: value as Criteria["room"] }),
  needs: (value, { needs }) => ({ needs: [...needs, value as Criteria["needs"][number]] }),
  for: (value, { whoFor }) => ({ whoFor: [...whoFor, value as Criteria["whoFor"][number]] }),
  funding: (value, { funding }) => ({ funding: [...funding, value as Criteria["funding"][number]] }),
};

test("each filter says how many it would leave: as many as the search with it finds", async () => {
  let compared = 0;
  for (let nth = 0; nth < 40; nth++) {
    const { criteria, near } = randomSearch();
    if (near === "council") continue;
    const where = await whereaboutsOf(criteriaIn({ near }), now);
    const { counts, bedTypes } = await findIn(world.users.harun, criteria, where, now);
    for (const [key, count] of Object.entries(counts)) {
      const [name = "", value] = key.split("=");
      if (value === undefined) continue;
      const left = bruteForce(all, { ...criteria, ...answers[name]?.(value, criteria) }, where, now).length;
      expect({ near, criteria, key, count }).toEqual({ near, criteria, key, count: left });
      compared++;
    }
    for (const [type, count] of Object.entries(criteria.service === "home_care" ? {} : bedTypes)) {
      const left = bruteForce(all, { ...criteria, beds: [type] }, where, now).length;
      expect({ near, criteria, type, count }).toEqual({ near, criteria, type, count: left });
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(800);
}, 120_000);
