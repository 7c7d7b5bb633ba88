import { statSync } from "node:fs";
import { utils, write } from "xlsx";
import { entryInWords } from "@/lib/audit/in-words";
import { auditOfLocation } from "@/lib/audit/queries";
import { auditSubjects } from "@/lib/audit/subjects";
import { db } from "@/lib/db";
import { careQuality } from "@/lib/records/care-quality";
import { pammsTemplate } from "@/lib/registers/pamms/template";
import { enterPammsRating, removePammsRating } from "@/lib/records/pamms";
import { recordPlace } from "@/lib/records/record-place";
import { confirmUpload } from "@/lib/uploads/confirm-upload";
import { keepUpload } from "@/lib/uploads/keep-upload";
import { upload } from "@/lib/uploads/queries";
import { runUpload } from "@/lib/uploads/run-upload";
import { writeOds } from "@/scripts/bench/national/write";
import { cast, type Cast, type PlaceName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { countsOf, fileOf, imported, importedOn as now, noticesOf } from "@/tests/support/registers";

let world: Cast;
let registerIds: Map<number, string>;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  const all = await db.location.findMany({ select: { id: true, registerId: true } });
  registerIds = new Map(all.map(({ id, registerId }) => [id, registerId]));
});

const headings = ["Location ID", "Rating", "Assessed on", "Report"];
const idOf = (place: PlaceName) => registerIds.get(world.at[place]) ?? "";
const line = (place: PlaceName, rating = "Good", on = "01/09/2026", report = "") => [idOf(place), rating, on, report];
const csv = (lines: string[][], name = "pamms.csv") =>
  fileOf(name, [headings, ...lines].map((cells) => cells.join(",")).join("\r\n"));
const send = (...lines: string[][]) => imported("pamms", csv(lines));
const rowsOf = async (place: PlaceName) =>
  (await careQuality(world.users.amina, world.at[place], now))?.pamms.map(
    ({ rating, on, reportUri, from }) =>
      `${rating} ${on} ${"file" in from ? from.file : from.by}${reportUri ? ` ${reportUri}` : ""}`,
  );
const entered = (rating: string, year = "2026", reportUri = "") =>
  enterPammsRating(
    world.users.sam,
    { locationId: world.at.rosewood, rating, day: "1", month: "9", year, reportUri },
    now,
  );
const remove = async () => {
  const [newest] = (await careQuality(world.users.sam, world.at.rosewood, now))?.pamms ?? [];
  await removePammsRating(world.users.sam, { locationId: world.at.rosewood, id: newest?.id ?? 0 }, now);
};

const written = {
  csv: (lines: string[][]) => Promise.resolve(csv(lines)),
  xlsx: (lines: string[][]) => {
    const Sheets = { Read: utils.aoa_to_sheet([["Of Oldham"]]), PAMMS: utils.aoa_to_sheet([headings, ...lines]) };
    const bytes = write({ SheetNames: Object.keys(Sheets), Sheets }, { type: "buffer", bookType: "xlsx" }) as Buffer;
    return Promise.resolve(fileOf("pamms.xlsx", bytes));
  },
  ods: async (lines: string[][]) => {
    const at = fileOf("pamms.ods", "");
    await writeOds(at, [{ name: "PAMMS", lines: [headings, ...lines] }]);
    return at;
  },
};

test.each(Object.entries(written))(
  "ratings are imported from a file of the kind .%s, and a second time nothing changes",
  async (kind, made) => {
    const at = await made([
      line("rosewood", "requires improvement", "01/09/2026", "https://oldham.example/r"),
      [String(world.at.hawthorn), "Excellent", "2026-10-02", ""],
    ]);
    expect(countsOf(await imported("pamms", at, { dryRun: true }))).toMatchObject({ added: 2 });
    expect(await rowsOf("rosewood")).toEqual([]);
    expect(countsOf(await imported("pamms", at))).toMatchObject({ added: 2, changed: 0, skipped: 0 });
    expect(await rowsOf("rosewood")).toEqual([
      `Requires improvement 2026-09-01 pamms.${kind} https://oldham.example/r`,
    ]);
    expect(await db.pammsRating.count({ where: { locationId: world.at.hawthorn, rating: "Excellent" } })).toBe(1);
    const before = await db.pammsRating.findMany({ orderBy: { id: "asc" } });
    const counts = { added: 0, changed: 0, closed: 0, unchanged: 2, skipped: 0 };
    expect(countsOf(await imported("pamms", at))).toEqual(counts);
    expect(await db.pammsRating.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  },
);

test("an older assessment joins the history and does not replace the newer, which the preview says", async () => {
  await entered("Good");
  const at = csv([line("rosewood", "Poor", "01/09/2025")]);
  const preview = await imported("pamms", at, { dryRun: true });
  expect(typeof preview === "string" ? preview : preview.notices).toEqual([
    {
      kind: "older than the assessment that we hold, added to its history",
      count: 1,
      examples: ["line 2: Rosewood, assessed on 1 September 2025: Poor"],
    },
  ]);
  await imported("pamms", at);
  expect(await rowsOf("rosewood")).toEqual([`Good 2026-09-01 ${world.users.sam.name}`, "Poor 2025-09-01 pamms.csv"]);
});

test("of an assessment that we hold the file counts, and a report that it does not name stays", async () => {
  await entered("Good", "2026", "https://oldham.example/r");
  await entered("Excellent", "2024");
  const report = await send(line("rosewood", "Poor"));
  expect(countsOf(report)).toMatchObject({ added: 0, changed: 1 });
  expect(typeof report === "string" ? report : report.notices[0]?.examples).toEqual([
    "line 2: Rosewood, assessed on 1 September 2026: Good to Poor",
  ]);
  expect(await rowsOf("rosewood")).toEqual([
    "Poor 2026-09-01 pamms.csv https://oldham.example/r",
    `Excellent 2024-09-01 ${world.users.sam.name}`,
  ]);
});

test("what support removed as a mistake is told with its line, and not brought back", async () => {
  await send(line("rosewood"));
  await remove();
  const again = await send(line("rosewood"));
  expect(countsOf(again)).toMatchObject({ added: 0, skipped: 1 });
  expect(await rowsOf("rosewood")).toEqual([]);
  expect(countsOf(await send(line("rosewood", "Poor")))).toMatchObject({ added: 1 });
});

test("each location that is not here is told with its line, and the others are imported", async () => {
  const report = await send(
    ...["1-404", "1-405", "999999999", "9999999999999", "1-406"].map((id) => [id, "Good", "01/09/2026", ""]),
    line("rosewood"),
  );
  expect(countsOf(report)).toMatchObject({ added: 1, skipped: 5 });
  expect(typeof report === "string" ? report : report.reasons).toEqual([
    {
      kind: "location that is not here",
      count: 5,
      examples: ["line 2: 1-404", "line 3: 1-405", "line 4: 999999999", "line 5: 9999999999999", "line 6: 1-406"],
    },
  ]);
});

test("a location twice for one day is refused with both lines, under whichever of its numbers; for two days it is not", async () => {
  const twice = /line 3, column “Location ID”: Rosewood appears twice for 1 September 2026: in line 2 and here/;
  expect(await send(line("rosewood"), line("rosewood", "Poor"))).toMatch(twice);
  expect(await send(line("rosewood"), [String(world.at.rosewood), "Good", "2026-09-01", ""])).toMatch(twice);
  expect(await db.pammsRating.count()).toBe(0);
  expect(countsOf(await send(line("rosewood"), line("rosewood", "Poor", "01/09/2025")))).toMatchObject({ added: 2 });
});

test("one line that is wrong refuses the whole file, as does a file that is another or is called a whole register", async () => {
  expect(await send(line("rosewood"), line("hawthorn", "Outstanding"))).toMatch(/line 3, column “Rating”/);
  expect(await imported("pamms", fileOf("pamms.jsonl", '{"a":1}\n'))).toMatch(/not a table of PAMMS ratings/);
  expect(await imported("pamms", csv([line("rosewood")]), { full: true })).toMatch(/do not close any location/);
  expect(await imported("pamms", csv([]))).toMatch(/no rows under its headings/);
  expect(await imported("pamms", fileOf("template.xlsx", pammsTemplate()))).toMatch(/no rows under its headings/);
  expect(await db.pammsRating.count()).toBe(0);
});

test("a line that is not UTF-8 is told", async () => {
  const text = `${headings.join(",")},Home\n${line("rosewood").join(",")},Caf\xe9\n`;
  const report = await imported("pamms", fileOf("old.csv", Buffer.from(text, "latin1")));
  expect(countsOf(report)).toMatchObject({ added: 1 });
  expect(noticesOf(report)).toContain("line that is not UTF-8, read as Windows-1252");
});

test("support sends a file, sees what it would do, and the record says who imported it and from which file", async () => {
  const { sam, sue } = world.users;
  const path = csv([line("rosewood")], "oldham.csv");
  const file = { path, name: "oldham.csv", bytes: statSync(path).size };
  const sent = { register: "pamms", full: false, file } as const;
  await expect(keepUpload(world.users.amina, sent, now)).rejects.toThrow("Not allowed");
  const kept = await keepUpload(sam, sent, now);
  const id = kept.ok ? kept.value.id : 0;
  await runUpload(id, now);
  expect(await upload(sam, id, now)).toMatchObject({ stage: "previewed", preview: { added: 1, dryRun: true } });
  expect(await rowsOf("rosewood")).toEqual([]);
  await confirmUpload(sue, id, now);
  await runUpload(id, now);
  expect(await rowsOf("rosewood")).toEqual(["Good 2026-09-01 oldham.csv"]);
  await remove();
  const place = await recordPlace(sam, world.at.rosewood, now);
  if (!place) throw new Error("no such location");
  const { rows } = await auditOfLocation(sam, place.place, { page: 1, size: 10 });
  const entries = rows.filter(({ table }) => table === "pamms_rating");
  const subjectOf = await auditSubjects(entries);
  expect(entries.map((entry) => [entry.actor, entry.reason, entryInWords(entry, subjectOf(entry))])).toEqual([
    [sam.email, "removed a PAMMS rating", "Removed a PAMMS rating of Rosewood"],
    [sue.email, "Import of oldham.csv", "Imported a PAMMS rating of Rosewood"],
  ]);
});
