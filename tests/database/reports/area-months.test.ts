import { asUser } from "@/lib/access/user";
import { db } from "@/lib/db";
import { monthsFrom } from "@/lib/london";
import { addUpMonths } from "@/lib/reports/add-up-months";
import { measured } from "@/lib/reports/measured";
import { measures } from "@/lib/reports/metrics";
import { generateEngland } from "@/scripts/england/generate";
import { asOwner, emptyDatabase } from "@/tests/support/database";

jest.setTimeout(120_000);

const now = new Date("2026-12-10T09:00:00Z");
const months = monthsFrom("2026-10", "2026-12");
const support = asUser({
  ...{ id: 1, name: "Sam", email: "sam@example.test", generic: false, findsCapacity: false, session: "s" },
  kind: "support",
  grants: [],
});

async function everything() {
  const areas = await db.area.findMany({ where: { validTo: null }, select: { id: true, kind: true } });
  const found = await measured(support, { areas, months, measures }, now);
  return areas.flatMap(({ id }) =>
    months.flatMap((month) =>
      measures.map((measure) => [id, month, measure.key, found.reading(id, month, measure)] as const),
    ),
  );
}

test("the overnight totals equal the returns, for every area, window and measure; the open window is not kept", async () => {
  await emptyDatabase();
  await generateEngland(await asOwner(), { locations: 150, months: 3, seed: "5", now });
  const fromReturns = await everything();
  expect(await db.areaMonth.count()).toBe(0);
  await addUpMonths(now);
  const kept = await db.areaMonth.groupBy({ by: ["month"], orderBy: { month: "asc" } });
  expect(kept.map(({ month }) => month.toISOString().slice(0, 7))).toEqual(
    expect.arrayContaining(["2026-10", "2026-11"]),
  );
  expect(kept.map(({ month }) => month.toISOString().slice(0, 7))).not.toContain("2026-12");
  const owner = await asOwner();
  await owner.query("update area_month set due = 0, filed = 0, nil = 0 where month = '2026-10-01'");
  expect(await everything()).not.toEqual(fromReturns);
  await addUpMonths(now);
  expect(await everything()).toEqual(fromReturns);
});

test("an older window keeps its totals when a home closes or moves, and is added up again for a new measure", async () => {
  const later = new Date("2027-03-20T09:00:00Z");
  await addUpMonths(later);
  const of = (month: string) =>
    db.areaMonth.aggregate({ where: { month: new Date(`${month}-01`), collection: "care_home" }, _sum: { due: true } });
  const before = await of("2026-10");
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  await owner.query("update location set deregistered_on = '2026-09-01' where 'care_home' = any(types)");
  await addUpMonths(later);
  expect(await of("2026-10")).toEqual(before);
  expect((await of("2027-02"))._sum.due ?? 0).toBe(0);
  await owner.query("update area_month set sums = sums - 'visiting' where month = '2026-10-01'");
  await addUpMonths(later);
  expect((await of("2026-10"))._sum.due ?? 0).toBe(0);
});
