import { db } from "@/lib/db";
import { cellInWords, reportCell } from "@/lib/reports/library/cells";
import { askingFor } from "@/lib/reports/library/read-criteria";
import { reportOfKey } from "@/lib/reports/library/reports";
import { runReport } from "@/lib/reports/library/run-report";
import { worklist } from "@/lib/reports/worklist/worklist";
import { complianceOf } from "@/lib/returns/queries";
import { endExcuse, excuseMonth } from "@/lib/windows/support/excuse-month";
import { type Cast, cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
const now = new Date("2026-11-25T10:00:00Z");
const later = new Date("2026-11-26T10:00:00Z");

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

async function asked(changes: Record<string, string> = {}) {
  const { registerId } = await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } });
  const reason = "NHSBSA accepted on 20 November that its telephone line was down.";
  return { location: registerId, collection: "care_home", month: "2026-11", reason, ...changes };
}

const care = async (person: keyof Cast["users"], at = now) =>
  (await complianceOf(world.users[person], world.at.rosewood, at))?.find(
    ({ collection }) => collection === "care_home",
  );

test("an excused month is seen by the provider beside the missed window, which still counts", async () => {
  const before = await care("amina");
  expect(await excuseMonth(world.users.sam, await asked(), now)).toMatchObject({ ok: true });
  const after = await care("amina");
  expect(after?.excuses).toMatchObject([{ month: "2026-11", reason: expect.stringContaining("NHSBSA") as string }]);
  expect(after?.compliance).toEqual(before?.compliance);
  expect(after?.compliance.months.at(-1)).toMatchObject({ month: "2026-11", state: "missed" });
});

test("an excused month is shown on the worklist, and the location stays on it", async () => {
  await excuseMonth(world.users.sam, await asked(), now);
  const wanted = {
    search: "OL1 1AA",
    reason: "all",
    assigned: "all",
    by: "name",
    descending: false,
    page: 1,
    size: 25,
  } as const;
  const { rows } = await worklist(world.users.olive, null, wanted, now);
  expect(rows).toMatchObject([{ name: "Rosewood", excused: ["2026-11"], waiting: ["care_home"] }]);
});

test("an excuse that was withdrawn is gone from then on, but still shows for before then", async () => {
  await excuseMonth(world.users.sam, await asked(), now);
  const { id } = await db.excusedMonth.findFirstOrThrow();
  expect(await endExcuse(world.users.sam, id, "Recorded for the wrong home.", later)).toMatchObject({ ok: true });
  expect((await care("amina", later))?.excuses).toEqual([]);
  expect((await care("amina", new Date("2026-11-25T12:00:00Z")))?.excuses).toHaveLength(1);
});

test("only support excuses a month, one return and month once, with a reason and for a return that is asked", async () => {
  await expect(excuseMonth(world.users.olive, await asked(), now)).rejects.toThrow("Not allowed");
  const fields = async (changes: Record<string, string>) => {
    const outcome = await excuseMonth(world.users.sam, await asked(changes), now);
    return outcome.ok ? [] : outcome.problems.map(({ field }) => field);
  };
  expect(await fields({ location: "1-999" })).toEqual(["location"]);
  expect(await fields({ reason: " " })).toEqual(["reason"]);
  expect(await fields({ collection: "home_care" })).toEqual(["collection"]);
  expect(await fields({ collection: "business_continuity" })).toEqual(["collection"]);
  expect(await fields({ month: "2026-12" })).toEqual(["month"]);
  expect(await fields({})).toEqual([]);
  expect(await fields({})).toEqual(["month"]);
  expect(await db.audit.count({ where: { table: "excused_month" } })).toBe(1);
});

test("every compliance report shows an excused month beside those that were not filed, and counts it as not filed", async () => {
  await excuseMonth(world.users.sam, await asked(), now);
  const rowsOf = async (key: string, given: Record<string, string>) => {
    const report = reportOfKey(key);
    const asking = report && (await askingFor(world.users.olive, report, given, later));
    if (!report || !asking) throw new Error(`${key} is not found`);
    const { rows } = await runReport(report, asking, { by: "", descending: false, page: 1, size: 25 });
    return rows.map((row) =>
      Object.fromEntries(
        report.columns(asking).map((column) => [column.heading, cellInWords(reportCell(column, row))]),
      ),
    );
  };
  const council = { grouping: "local_authority", month: "2026-11" };
  expect(await rowsOf("response-rates", council)).toMatchObject([
    { Due: "2", Filed: "0", "Not filed": "2", "Not filed, excused": "1" },
  ]);
  expect(await rowsOf("update-monthly-status", council)).toMatchObject([
    { Locations: "2", "November 2026": "0", "Missed, excused": "1" },
  ]);
  const rosewood = (await rowsOf("update-monthly-status", { month: "2026-11" })).find(
    ({ Location }) => Location === "Rosewood",
  );
  expect(rosewood).toMatchObject({ "November 2026": "0", "Excused months": "November 2026" });
  expect((await rowsOf("at-risk", {})).find(({ Location }) => Location === "Rosewood")).toMatchObject({
    "Excused months": "November 2026",
  });
  const before = await rowsOf("response-rates", { ...council, asOf: "2026-11-24T10:00:00Z" });
  expect(before).toMatchObject([{ "Not filed": "2", "Not filed, excused": "0" }]);
});
