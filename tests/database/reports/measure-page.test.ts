import { asUser, type User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { areaFamily, areasBeside } from "@/lib/reports/area-family";
import { distribution } from "@/lib/reports/distribution";
import { measureShown } from "@/lib/reports/measure-page";
import { measureOf } from "@/lib/reports/metrics";
import type { SeenArea } from "@/lib/reports/queries";
import { generateEngland } from "@/scripts/england/generate";
import { asOwner, emptyDatabase } from "@/tests/support/database";

jest.setTimeout(120_000);

const now = new Date("2026-12-18T09:00:00Z");
const month = "2026-11";
const person = { id: 1, name: "Sam", email: "sam@example.test", generic: false, findsCapacity: false, session: "s" };
const support: User = asUser({ ...person, kind: "support", grants: [] });

async function areaNamed(kind: SeenArea["kind"], name: string): Promise<SeenArea> {
  const { id, onsCode } = await db.area.findFirstOrThrow({ where: { kind, name } });
  return { id, kind, code: onsCode, name };
}

beforeAll(async () => {
  await emptyDatabase();
  await generateEngland(await asOwner(), { locations: 400, months: 3, seed: "11", now });
});

test("the spread of a measure over locations equals a recount of each home's own share", async () => {
  const england = await areaNamed("country", "England");
  const found = await distribution(support, england, measureOf("occupied_share")!, month, now);
  const owner = await asOwner();
  const { rows } = await owner.query<{ share: number }>(
    `select sum(b.occupied)::float8 / sum(b.capacity) as share from "return" r join bed_count b on b.bed_update_id = r.bed_update_id
       join location l on l.id = r.location_id
      where r.collection = 'care_home' and r.month = $1 and not r.late and r.superseded_at is null
        and coalesce(l.dual_primary_id, l.register_id) = l.register_id and l.registered_on < '2026-11-08'
        and (l.deregistered_on is null or l.deregistered_on > '2026-11-16')
      group by r.id having sum(b.capacity) > 0 order by share`,
    [`${month}-01`],
  );
  const shares = rows.map(({ share }) => share);
  const at = (part: number) => {
    const place = (shares.length - 1) * part;
    const [low = 0, high = low] = [shares[Math.floor(place)], shares[Math.ceil(place)]];
    return low + (high - low) * (place - Math.floor(place));
  };
  expect(found?.locations).toBe(shares.length);
  expect(found?.median).toBeCloseTo(at(0.5), 10);
  expect(found?.lower).toBeCloseTo(at(0.25), 10);
  expect(found?.upper).toBeCloseTo(at(0.75), 10);
  expect(found?.bands.reduce((sum, { count }) => sum + count, 0)).toBe(shares.length);
});

test("a spread over fewer than six locations, or of yes and no, is not shown", async () => {
  const councils = await db.area.findMany({ where: { kind: "local_authority" } });
  let few = 0;
  for (const { id, onsCode, name } of councils.slice(0, 60)) {
    const area = { id, kind: "local_authority", code: onsCode, name } as const;
    const found = await distribution(support, area, measureOf("occupied_share")!, month, now);
    if (found === null) few++;
    else expect(found.locations).toBeGreaterThanOrEqual(6);
  }
  expect(few).toBeGreaterThan(0);
  expect(
    await distribution(support, await areaNamed("country", "England"), measureOf("visiting")!, month, now),
  ).toBeNull();
});

test("someone without the area sees no spread of it", async () => {
  const england = await areaNamed("country", "England");
  const oldham = await areaNamed("local_authority", "Oldham");
  const council = asUser({
    ...person,
    kind: "local_authority",
    grants: [{ level: "standard", area: { id: oldham.id, kind: oldham.kind } }],
  });
  expect(await distribution(council, england, measureOf("occupied_share")!, month, now)).toBeNull();
});

test("a council is ranked among the councils of its board or region, and a measure that does not exist is not found", async () => {
  const oldham = await areaNamed("local_authority", "Oldham");
  const family = await areaFamily(support, oldham, now);
  const beside = await areasBeside(support, oldham, family, now);
  expect(beside?.kind).toBe("local_authority");
  expect(beside?.areas.map(({ name }) => name)).toEqual(expect.arrayContaining(["Oldham", "Rochdale"]));
  const asked = { area: oldham, family, ranked: beside?.areas ?? [], month };
  const shown = await measureShown(support, { ...asked, key: "care_home_responded" }, now);
  expect(shown?.above?.kind).toBe(family.above.at(-1)?.kind);
  expect(shown?.others.reported(oldham.id, month, "care_home")).toEqual(
    shown?.own.reported(oldham.id, month, "care_home"),
  );
  expect(await measureShown(support, { ...asked, key: "occupied_share:DEM_NUR" }, now)).not.toBeNull();
  expect(await measureShown(support, { ...asked, key: "drop table" }, now)).toBeNull();
});
