import { read, utils } from "xlsx";
import { db, system, transact } from "@/lib/db";
import { aboutReport } from "@/lib/reports/library/about";
import { cellInWords, reportCell } from "@/lib/reports/library/cells";
import { askingFor, type ReportParams } from "@/lib/reports/library/read-criteria";
import { reportRows } from "@/lib/reports/library/report-rows";
import { reportOfKey, reports } from "@/lib/reports/library/reports";
import { runReport, type Shown } from "@/lib/reports/library/run-report";
import type { Asking, LibraryReport } from "@/lib/reports/library/report";
import { submitReturn } from "@/lib/returns/submit-return";
import { sendTable } from "@/lib/web/send-table";
import { excuseMonth } from "@/lib/windows/support/excuse-month";
import { type Cast, cast, inWindow, type PersonName } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { filingOf, rosewoodTyped } from "@/tests/support/returns";

let world: Cast;
const closed = new Date("2026-11-20T10:00:00Z");
const shown: Shown = { by: "", descending: false, page: 1, size: 50 };

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

function named(key: string): LibraryReport {
  const report = reportOfKey(key);
  if (!report) throw new Error(`No report ${key}`);
  return report;
}

async function asked(person: PersonName, key: string, given: ReportParams = {}, at = closed): Promise<Asking> {
  const asking = await askingFor(world.users[person], named(key), given, at);
  if (!asking) throw new Error(`${person} does not see ${key}`);
  return asking;
}

/** Each row as it reads on screen, by heading. */
async function table(person: PersonName, key: string, given: ReportParams = {}, at = closed) {
  const report = named(key);
  const asking = await asked(person, key, given, at);
  const columns = report.columns(asking);
  const { rows, total, totals } = await runReport(report, asking, { ...shown, by: report.sort.by });
  const words = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.heading, cellInWords(reportCell(column, row))])),
  );
  return { words, total, totals };
}

const rosewoodFiles = async (typed: Record<string, string> = {}, at = inWindow) => {
  const filing = filingOf(world.at.rosewood, { typed: { ...rosewoodTyped, ...typed } });
  expect(await submitReturn(world.users.amina, filing, at)).toMatchObject({ ok: true });
};

test("the status of the collection says 1 for a location that filed, 0 for one that did not, with its users", async () => {
  await rosewoodFiles();
  const { words } = await table("olive", "update-monthly-status");
  expect(words).toMatchObject([
    { Location: "Hawthorn House", "User count": "1", "November 2026": "0", Registration: "Existing" },
    { Location: "Rosewood", "User count": "3", "November 2026": "1", "October 2026": "0" },
  ]);
  const before = await table("olive", "update-monthly-status", {}, inWindow);
  expect(before.words[0]).toMatchObject({ "November 2026": "Open" });
});

test("its totals are sums over all rows, and a percentage is all that filed out of all that needed to", async () => {
  await rosewoodFiles();
  const numbers = await table("nate", "update-monthly-status");
  expect(numbers.totals).toMatchObject({ w2026_11: 1, user_count: 5 });
  const shares = await table("nate", "update-monthly-status", { figures: "percentages" });
  expect(shares.totals.w2026_11).toBeCloseTo(1 / 3);
  const councils = await table("nate", "update-monthly-status", {
    figures: "percentages",
    grouping: "local_authority",
  });
  expect(councils.words.map((row) => row["November 2026"]).sort()).toEqual(["0.0%", "50.0%"]);
  expect(councils.totals.w2026_11).toBeCloseTo(1 / 3);
});

test("an address that keeps its moment gives the same figures after a return was replaced", async () => {
  await rosewoodFiles();
  const moment = { asOf: new Date(inWindow.getTime() + 60_000).toISOString() };
  const before = await table("olive", "occupancy", moment);
  const grown = { "beds.GEN_RES.capacity": "25", "beds.GEN_RES.accepting": "5" };
  await rosewoodFiles(grown, new Date(inWindow.getTime() + 3_600_000));
  expect(await table("olive", "occupancy", moment)).toEqual(before);
  const kept = await table("olive", "update-monthly-status", { asOf: "2026-11-09T10:00:00.000Z" });
  expect(kept.words.map((row) => row["November 2026"])).toEqual(["Open", "Open"]);
});

test("new and existing locations are told apart by the day of registration", async () => {
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'test', false)");
  await owner.query("update location set registered_on = '2026-10-20' where id = $1", [world.at.hawthorn]);
  const names = async (registration: string) =>
    (await table("olive", "update-monthly-status", { registration })).words.map((row) => row.Location);
  expect(await names("new")).toEqual(["Hawthorn House"]);
  expect(await names("existing")).toEqual(["Rosewood"]);
  expect(await names("both")).toEqual(["Hawthorn House", "Rosewood"]);
});

test("an excused month is shown beside the 0 of the missed window, and does not replace it", async () => {
  const { registerId } = await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } });
  const excuse = { location: registerId, collection: "care_home", month: "2026-11", reason: "Flooded." };
  expect(await excuseMonth(world.users.sam, excuse, closed)).toMatchObject({ ok: true });
  const { words } = await table("olive", "update-monthly-status", {}, new Date("2026-11-21T10:00:00Z"));
  expect(words[1]).toMatchObject({ Location: "Rosewood", "November 2026": "0", "Excused months": "November 2026" });
});

/** Who sees which locations in a report of locations: written down by hand. */
const sees: Partial<Record<PersonName, string[]>> = {
  amina: ["Rosewood"],
  ben: ["Hawthorn House", "Rosewood"],
  carla: ["Willowbank"],
  olive: ["Hawthorn House", "Rosewood"],
  rory: ["Willowbank"],
  leo: ["Hawthorn House", "Rosewood", "Willowbank"],
  nate: ["Hawthorn House", "Rosewood", "Willowbank"],
  petra: ["Hawthorn House", "Rosewood"],
  sam: ["Hawthorn House", "Rosewood", "Willowbank"],
};

test("in each report, each person finds only their own locations, and totals of those only", async () => {
  await rosewoodFiles();
  for (const [person, names] of Object.entries(sees) as [PersonName, string[]][]) {
    const { words } = await table(person, "update-monthly-status");
    expect([person, words.map((row) => row.Location)]).toEqual([person, names]);
    const { totals } = await table(person, "response-rates");
    expect([person, totals.due]).toEqual([person, names.length]);
    for (const report of reports) await runReport(report, await asked(person, report.key), shown);
  }
});

test("someone else's area is not found, nor is any report by people who may not read reports", async () => {
  const rochdale = await db.area.findFirstOrThrow({
    where: { kind: "local_authority", name: { startsWith: "Rochdale" } },
  });
  const area = `local_authority:${rochdale.onsCode}`;
  for (const report of reports) {
    expect(await askingFor(world.users.olive, report, { area }, closed)).toBeNull();
    expect(await askingFor(world.users.rory, report, { area }, closed)).not.toBeNull();
    for (const person of ["agnes", "sita", "gwen", "harun"] as const)
      expect(await askingFor(world.users[person], report, {}, closed)).toBeNull();
  }
});

async function fileOf(person: PersonName, key: string, format: "csv" | "xlsx", given: ReportParams = {}) {
  const report = named(key);
  const asking = await asked(person, key, given);
  const answer = sendTable(
    {
      name: key,
      sheet: report.title,
      headings: report.columns(asking).map(({ heading }) => heading),
      rows: reportRows(report, asking, { ...shown, by: report.sort.by }, []),
      about: aboutReport(report, asking),
    },
    format,
  );
  return Buffer.from(await answer.arrayBuffer());
}

test("a file holds the rows, order and totals of the screen, and says what it is", async () => {
  await rosewoodFiles();
  const { words } = await table("olive", "update-monthly-status");
  const csv = (await fileOf("olive", "update-monthly-status", "csv")).toString("utf8");
  const [heading, ...lines] = csv.replace("\uFEFF", "").split("\r\n");
  expect(heading?.split(",")).toEqual(Object.keys(words[0] ?? {}));
  expect(lines[0]?.startsWith("Hawthorn House,")).toBe(true);
  expect(lines[1]?.startsWith("Rosewood,")).toBe(true);
  expect(lines[2]?.startsWith("Total,")).toBe(true);
  expect(lines[2]).toContain(",4,");
  expect(csv).toContain("As of,");
  expect(csv).toContain("Open Government Licence");
  const book = read(await fileOf("olive", "update-monthly-status", "xlsx"), { type: "buffer" });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }) : [];
  expect(rows.map(([name]) => name)).toEqual(["Location", "Hawthorn House", "Rosewood", "Total"]);
});

test("sums by area agree with a recount in plain SQL", async () => {
  await rosewoodFiles();
  const owner = await asOwner();
  const { rows } = await owner.query<{ capacity: number; occupied: number; due: number }>(`
    select sum(c.capacity)::int as capacity, sum(c.occupied)::int as occupied,
           (select count(*)::int from location where 'care_home' = any(types)) as due
      from "return" r join bed_count c on c.bed_update_id = r.bed_update_id
     where r.collection = 'care_home' and r.month = '2026-11-01' and r.superseded_at is null and not r.late`);
  const [recount] = rows;
  const { totals } = await table("nate", "occupancy");
  expect(totals.due).toBe(recount?.due);
  expect(totals.m0).toBeCloseTo((recount?.occupied ?? 0) / (recount?.capacity ?? 1), 10);
});

test("the audit of access says why access ended, and of other access that it has not", async () => {
  await transact(system("test"), "ended access", async (tx) => {
    const { id } = await tx.access.findFirstOrThrow({ where: { accountId: world.users.amina.id, endedAt: null } });
    await tx.access.update({ where: { id }, data: { endedAt: inWindow, endedReason: "left the home" } });
  });
  const { words } = await table("olive", "access");
  const [ended, ...others] = words.toSorted((a) => (a["Why it ended"] === "left the home" ? -1 : 1));
  expect(ended).toMatchObject({ Person: world.users.amina.name, "Why it ended": "left the home" });
  expect(others.length).toBeGreaterThan(0);
  for (const row of others) expect(row).toMatchObject({ Ended: "Has not ended", "Why it ended": "Has not ended" });
});

test("a location that filed nothing is said to be not reported, and nought stays nought", async () => {
  await rosewoodFiles();
  const { words } = await table("nate", "occupancy", { grouping: "local_authority" });
  const rochdale = words.find((row) => row.Council?.startsWith("Rochdale"));
  expect(rochdale).toMatchObject({ Due: "1", Filed: "0", Occupied: "Not reported" });
  const vaccination = await table("nate", "vaccination", { month: "2026-07" });
  expect(vaccination.words.every((row) => Object.values(row).includes("Not asked"))).toBe(true);
});
