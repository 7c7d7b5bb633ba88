import { db } from "@/lib/db";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { cellInWords, reportCell } from "@/lib/reports/library/cells";
import { runReport } from "@/lib/reports/library/run-report";
import { reportOfKey } from "@/lib/reports/library/reports";
import { freezeWindows } from "@/lib/reports/official/freeze-windows";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow, type PersonName } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf, rosewoodTyped, withoutFlu } from "@/tests/support/returns";

let world: Cast;
const afterClose = new Date("2026-11-17T01:00:00Z");
const later = new Date("2026-11-25T10:00:00Z");

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  const filed = await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  expect(filed).toMatchObject({ ok: true });
});

async function figures(key: string, person: PersonName = "nate", grouping = "country", month = "2026-11") {
  const report = reportOfKey(key);
  const asking = report && (await askingFor(world.users[person], report, { grouping, month }, later));
  if (!report || !asking) throw new Error("Not found");
  const columns = report.columns(asking);
  const { rows } = await runReport(report, asking, { by: "group_name", descending: false, page: 1, size: 50 });
  return rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.heading, cellInWords(reportCell(column, row))])),
  );
}

const change = async (sql: string, values: unknown[]) => {
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  await owner.query(sql, values);
};

test("who owed a return is recorded once, when its window has closed", async () => {
  expect(await freezeWindows(inWindow)).not.toContain("2026-11");
  expect(await freezeWindows(afterClose)).toContain("2026-11");
  const kept = await db.owedAtClose.count({ where: { month: new Date("2026-11-01"), collection: "care_home" } });
  expect(kept).toBe(3);
  expect(await freezeWindows(later)).toBe("nothing to keep");
});

test("a window's statistics stay the same when homes move, close or change their kind, and returns are replaced", async () => {
  await freezeWindows(afterClose);
  const before = await figures("official-statistics");
  const councils = await figures("official-statistics", "nate", "local_authority");
  expect(before).toMatchObject([{ Due: "3", Filed: "1", Occupied: "80.0%" }]);
  const rochdale = await db.area.findFirstOrThrow({
    where: { kind: "local_authority", name: { startsWith: "Rochdale" } },
  });
  await change("update location set local_authority_id = $1, types = '{home_care}' where id = $2", [
    rochdale.id,
    world.at.rosewood,
  ]);
  await change("update location set deregistered_on = '2026-11-01' where id = $1", [world.at.willowbank]);
  await change('update "return" set superseded_at = $1 where location_id = $2', [later, world.at.rosewood]);
  expect(await figures("official-statistics")).toEqual(before);
  expect(await figures("official-statistics", "nate", "local_authority")).toEqual(councils);
});

test("a return that came after the close is a correction, and not in the statistics", async () => {
  await freezeWindows(afterClose);
  expect(await figures("official-corrections")).toEqual([]);
  const late = filingOf(world.at.willowbank, { typed: { ...withoutFlu, ...rosewoodTyped } });
  expect(await submitReturn(world.users.carla, late, new Date("2026-11-18T10:00:00Z"))).toMatchObject({ ok: true });
  const [england] = await figures("official-statistics");
  expect(england).toMatchObject({ Filed: "1", Residents: "16" });
  const corrected = await figures("official-corrections");
  expect(corrected).toContainEqual(
    expect.objectContaining({ Measure: "Residents", "At the close": "16", "With corrections": "32" }),
  );
});

test("someone sees official statistics for the areas that they oversee", async () => {
  await freezeWindows(afterClose);
  const names = async (person: PersonName) =>
    (await figures("official-statistics", person, "local_authority")).map((row) => row.Council?.split(" ")[0]);
  expect(await names("olive")).toEqual(["Oldham"]);
  expect(await names("rory")).toEqual(["Rochdale"]);
  expect(await names("nate")).toEqual(["Oldham", "Rochdale"]);
  expect(await names("amina")).toEqual([]);
  expect(await figures("official-statistics", "olive", "country")).toEqual([]);
});

test("their measures agree with a recount in plain SQL of the returns that counted at the close", async () => {
  await freezeWindows(afterClose);
  const owner = await asOwner();
  const { rows } = await owner.query<{ occupied: string; capacity: string }>(`
    select sum(c.occupied) as occupied, sum(c.capacity) as capacity from "return" r join bed_count c on c.bed_update_id = r.bed_update_id
     where r.month = '2026-11-01' and r.collection = 'care_home' and not r.late and r.submitted_at < '2026-11-17T00:00:00Z'`);
  const [england] = await figures("official-statistics");
  const share = Number(rows[0]?.occupied) / Number(rows[0]?.capacity);
  expect(england?.Occupied).toBe(`${(Math.round(share * 1000) / 10).toFixed(1)}%`);
});
