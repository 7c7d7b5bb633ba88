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
  for (let nth = 0; nth < 1000; nth++) {
    const { criteria, near } = randomSearch();
    const where = places.get(near) as Whereabouts;
    const expected = bruteForce(all, criteria, where, now);
    const answer = await findIn(world.users.harun, criteria, where, now);
    const asked = JSON.stringify({ near, criteria });
    expect({ asked, total: answer.total }).toEqual({ asked, total: expected.length });
    const first = expected.slice(0, pageSize);
    expect({ asked, ids: answer.places.map(({ id }) => id) }).toEqual({ asked, ids: first.map(({ id }) => id) });
    answer.places.forEach((place, index) => {
      expect(place.free).toBe(first[index]?.free);
      expect(place.doubts).toBe(first[index]?.doubts);
      expect(place.miles ?? -1).toBeCloseTo(first[index]?.miles ?? -1, 6);
    });
    expect(answer.withFree).toBe(expected.filter(({ free }) => free > 0).length);
    expect(answer.neverSaid).toBe(expected.filter(({ saidAt }) => saidAt === undefined).length);
    expect(answer.confirmedThisWeek).toBe(expected.filter(({ age }) => age !== null && age <= 7).length);
    found += answer.total;
  }
  expect(found).toBeGreaterThan(3000);
}, 240_000);
