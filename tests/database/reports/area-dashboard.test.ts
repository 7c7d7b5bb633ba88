import { db } from "@/lib/db";
import { dashboard } from "@/lib/reports/area-dashboard";
import { areaFamily } from "@/lib/reports/area-family";
import { measureOf } from "@/lib/reports/metrics";
import { areaSeenBy, ownAreas, type SeenArea } from "@/lib/reports/queries";
import { vacancyAges } from "@/lib/reports/vacancy-ages";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf, withoutFlu } from "@/tests/support/returns";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

async function own(person: keyof Cast["users"]): Promise<SeenArea> {
  const [area] = await ownAreas(world.users[person]);
  if (!area) throw new Error(`${person} has no area.`);
  return area;
}

const file = (at: Date, changes: object = {}) =>
  submitReturn(world.users.amina, filingOf(world.at.rosewood, changes), at);

test("the way up from a council leads through those areas that the person may see, widest first", async () => {
  const oldham = await own("olive");
  const names = async (person: keyof Cast["users"]) =>
    (await areaFamily(world.users[person], oldham, inWindow)).above.map(({ kind }) => kind);
  expect(await names("olive")).toEqual([]);
  expect(await names("nora")).toEqual(["nhs_region", "icb"]);
  expect(await names("nate")).toEqual(["country", "nhs_region", "icb"]);
});

test("within England are its regions, boards, forums and councils; within a region only its own", async () => {
  const england = await areaFamily(world.users.nate, await own("nate"), inWindow);
  expect(england.within.map(({ kind, areas }) => [kind, areas.length > 0])).toEqual([
    ...["nhs_region", "ons_region", "icb", "lrf", "local_authority"].map((kind) => [kind, true]),
  ]);
  expect(england.within[0]?.areas).toHaveLength(7);
  const region = await areaFamily(world.users.nora, await own("nora"), inWindow);
  const councils = region.within.find(({ kind }) => kind === "local_authority")?.areas ?? [];
  expect(councils.map(({ name }) => name)).toContain("Oldham");
  expect(councils.map(({ name }) => name)).not.toContain("Barnsley");
  for (const { kind, code } of councils) expect(await areaSeenBy(world.users.nora, kind, code)).not.toBeNull();
});

test("a dashboard shows the window it is asked for, its trend up to then, and the pace of earlier ones", async () => {
  expect(await file(new Date("2026-10-09T10:00:00Z"), { typed: withoutFlu })).toMatchObject({ ok: true });
  const area = await own("olive");
  const asked = { area, collection: "care_home", within: [] } as const;
  const now = await dashboard(world.users.olive, { ...asked, month: null }, inWindow);
  expect(now.window.month).toBe("2026-11");
  expect(now.found.reported(area.id, "2026-11", "care_home")).toMatchObject({ due: 2, filed: 0 });
  expect(now.pace.find(({ month }) => month === "2026-10")).toMatchObject({ filed: 1, due: 2 });
  const october = await dashboard(world.users.olive, { ...asked, month: "2026-10" }, inWindow);
  expect(october.months.at(-1)).toBe("2026-10");
  expect(october.pace).toEqual([]);
  const occupied = measureOf("occupied_share")!;
  expect(october.found.reading(area.id, "2026-10", occupied)).toMatchObject({ state: "known", numerator: 16 });
  expect(now.found.reading(area.id, "2026-11", occupied)).toEqual({ state: "not_reported" });
  const never = await dashboard(world.users.olive, { ...asked, month: "1999-01" }, inWindow);
  expect(never.window.month).toBe("2026-11");
  expect(never.choices.at(-1)).toBe("2026-11");
});

test("vacancies are shown by days since the home stated them, and no one else can see them", async () => {
  await file(inWindow);
  const area = await own("olive");
  const later = (days: number) => new Date(inWindow.getTime() + days * 86_400_000);
  const counted = async (days: number, person: keyof Cast["users"] = "olive") =>
    (await vacancyAges(world.users[person], area, later(days))).filter(({ homes }) => homes > 0);
  const [fresh] = await counted(0.5);
  const counts = await db.bedCount.aggregate({
    _sum: { capacity: true, occupied: true, accepting: true, reserved: true },
  });
  const { capacity, occupied, accepting, reserved } = counts._sum;
  const unavailable = (capacity ?? 0) - (occupied ?? 0) - (accepting ?? 0) - (reserved ?? 0);
  expect(fresh).toEqual({ upTo: 1, homes: 1, accepting, reserved, unavailable });
  expect(await counted(5)).toMatchObject([{ upTo: 7 }]);
  expect(await counted(60)).toMatchObject([{ upTo: null, homes: 1 }]);
  expect(await counted(1, "rory")).toEqual([]);
  expect(await counted(1, "amina")).toEqual([]);
});
