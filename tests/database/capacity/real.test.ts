import path from "node:path";
import { criteriaIn, type Params } from "@/lib/capacity/criteria";
import { findCapacity } from "@/lib/capacity/find-capacity";
import { milesBetween } from "@/lib/capacity/distance";
import { db } from "@/lib/db";
import { type Cast, cast, inWindow as now } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { imported } from "@/tests/support/registers";

/** The publishers' own files are not in this repository: SHARED_DATA says where a copy of them is. */
const folder = process.env.SHARED_DATA ?? "";
let world: Cast;

const search = (params: Params) => findCapacity(world.users.harun, criteriaIn(params), now);

(folder === "" ? describe.skip : describe)("the real locations of Oldham are found by real postcodes", () => {
  beforeAll(async () => {
    await emptyDatabase();
    world = await cast();
    await imported("cqc", path.join(folder, "cqc/cqc_api_oldham_locations_2025-08.jsonl"));
    await imported("postcodes", path.join(folder, "postcodes/codepoint_open_england_2025-11.csv.gz"));
  }, 240_000);

  afterAll(async () => {
    await (await asOwner()).query("truncate postcode");
  });

  test("within a mile of each of its homes, that home comes with the distance that its coordinates say", async () => {
    const homes = await db.location.findMany({
      where: { register: "cqc", types: { has: "care_home" }, deregisteredOn: null, dormant: false },
      take: 25,
      orderBy: { id: "asc" },
    });
    expect(homes.length).toBe(25);
    for (const home of homes) {
      const { where, places } = await search({ near: home.postcode, within: "1", sort: "near" });
      expect({ at: home.postcode, where }).toMatchObject({ where: { kind: "postcode", by: "postcode" } });
      const found = places.find(({ id }) => id === home.id);
      const point = where.kind === "postcode" ? where.point : { latitude: 0, longitude: 0 };
      const miles = milesBetween(point, { latitude: home.latitude ?? 0, longitude: home.longitude ?? 0 });
      expect(found?.miles).toBeCloseTo(miles, 6);
    }
  }, 60_000);

  test("towns of its addresses find the homes in them, wherever the post town is", async () => {
    const { total, where } = await search({ near: "Failsworth", within: "1" });
    expect(where).toMatchObject({ kind: "town" });
    expect(total).toBeGreaterThan(0);
    const oldham = await search({ near: "Oldham", within: "1" });
    expect(oldham.total).toBeGreaterThan(40);
  });

  test("all kinds of care are found, each among its own", async () => {
    const totals: Record<string, number> = {};
    for (const service of ["care_home", "home_care", "hospice"])
      totals[service] = (await search({ area: "E08000004", service })).total;
    for (const service of ["care_home", "home_care"]) {
      const { id } = await db.area.findFirstOrThrow({ where: { onsCode: "E08000004" } });
      const there = await db.location.count({
        where: { types: { has: service as "care_home" }, localAuthorityId: id, deregisteredOn: null, dormant: false },
      });
      const twins = service === "care_home" ? await db.location.count({ where: { NOT: { dualPrimaryId: null } } }) : 0;
      expect(totals[service]).toBeGreaterThanOrEqual(there - twins);
    }
  });
});
