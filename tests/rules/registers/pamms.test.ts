import { Tally } from "@/lib/registers/import/tally";
import { judgeLine } from "@/lib/registers/pamms/judge-line";
import { readPamms } from "@/lib/registers/pamms/read-pamms";
import { from1904, type Row } from "@/lib/sheets/rows";

const headings = ["Location ID", "Rating", "Assessed on", "Report"];

/** Reads lines of cells as a file on 10 November 2026; a refusal comes back as its sentence. */
async function read(lines: string[][], { exact = true, ...more }: Partial<Row> & { exact?: boolean } = {}) {
  const tally = new Tally();
  const rows = lines.map((cells, at): Row => ({ sheet: "", line: at + 1, cells, ...more }));
  const batches = (async function* () {
    yield await Promise.resolve(rows);
  })();
  return readPamms(batches, { file: "pamms.csv", exact, today: "2026-11-10" }, tally).then(
    (found) => ({ found, report: tally.report({ register: "pamms", fileName: "", fileHash: "", dryRun: true }) }),
    (refused: unknown) => String(refused),
  );
}
const line = (...[location = "1-101", rating = "Good", on = "01/09/2026", report = ""]: string[]) => [
  location,
  rating,
  on,
  report,
];
const firstOf = async (...cells: string[]) => {
  const result = await read([headings, line(...cells)]);
  return typeof result === "string" ? result : result.found[0];
};

test.each([
  ["Excellent", "Excellent"],
  ["good", "Good"],
  ["Requires Improvement", "Requires improvement"],
  [" POOR ", "Poor"],
])("the rating %s is read however it is capitalised", async (said, rating) => {
  expect(await firstOf("1-101", said)).toMatchObject({ location: "1-101", rating, assessedOn: "2026-09-01", line: 2 });
});

test.each([
  ["a rating of CQC's", ["1-101", "Outstanding"], /line 2, column “Rating”: “Outstanding” is not a PAMMS rating/],
  ["a rating left out", ["1-101", ""], /line 2, column “Rating”: this must be filled in/],
  ["a date left out", ["1-101", "Good", "-"], /line 2, column “Assessed on”: this must be filled in/],
  ["a date with more behind it", ["1-101", "Good", "2025-01-02garbage"], /“2025-01-02garbage” is not a date/],
  ["a day that is none", ["1-101", "Good", "31/02/2026"], /“31\/02\/2026” is not a date/],
  ["an assessment tomorrow", ["1-101", "Good", "11/11/2026"], /must be today or earlier/],
  ["no location", ["", "Good"], /line 2, column “Location ID”: this must be filled in/],
  ["a report in the clear", ["1-101", "Good", "01/09/2026", "http://oldham.example/r"], /“Report”: .* beginning https/],
  ["half an address", ["1-101", "Good", "01/09/2026", "https://"], /“Report”: .* beginning https/],
  ["a script for an address", ["1-101", "Good", "01/09/2026", "javascript:alert(1)"], /“Report”: .* beginning https/],
])("a line with %s is refused with its line and column", async (_what, cells, sentence) => {
  expect(await firstOf(...cells)).toMatch(sentence);
});

test.each([
  ["01/09/2026", 0],
  ["2026-09-01", 0],
  ["2026-09-01T00:00:00", 0],
  ["46266", 0],
  [String(46266 - from1904), from1904],
])("the day %s is the first of September, of a workbook that begins %d days late", async (said, dayOffset) => {
  const result = await read([headings, line("1-101", "Good", said)], { exact: false, dayOffset });
  expect(typeof result === "string" ? result : result.found[0]?.assessedOn).toBe("2026-09-01");
});

test("columns may come in any order and be capitalised otherwise, and one that we do not know is told", async () => {
  const result = await read([
    ["RATING", "assessed on", "Home", "location id"],
    ["Good", "01/09/2026", "Elm", "1-101"],
  ]);
  expect(result).toMatchObject({
    found: [{ location: "1-101", rating: "Good", reportUri: null }],
    report: { rows: 1, notices: [{ kind: "unknown column, ignored", count: 1, examples: ["Home"] }] },
  });
});

test.each([
  ["a column twice", [["Location ID", "Rating", "Rating", "Assessed on"]], /“Rating”: this column appears twice/],
  [
    "a column missing",
    [["Location ID", "Rating"]],
    /“Assessed on”: this column is missing. The headings are Location ID/,
  ],
  ["no headings", [["1-101", "Good", "01/09/2026"]], /no line has the headings of PAMMS ratings/],
  ["a line cut short", [headings, ["1-101", "Good"]], /line 2: this line has 2 values where the heading has 4/],
])("a file with %s is refused", async (_what, lines, sentence) => {
  expect(await read(lines)).toMatch(sentence);
});

test("a title may stand above the headings, and a location that was not assessed is skipped with its line", async () => {
  const result = await read([["PAMMS, Oldham"], headings, line(), line("1-102", "", "")]);
  expect(result).toMatchObject({
    found: [{ location: "1-101", line: 3 }],
    report: { rows: 2, reasons: [{ kind: "no rating given", examples: ["line 4: 1-102"] }] },
  });
});

describe("a line beside the ratings that we hold", () => {
  const said = { rating: "Good", assessedOn: "2026-09-01", reportUri: null } as const;
  const held = (assessedOn: string, rating = "Good", more = {}) => ({
    ...{ id: 1, locationId: 1, rating, assessedOn, reportUri: null, removed: false },
    ...more,
  });
  const report = "https://oldham.example/r";

  test.each([
    ["new", "nothing", []],
    ["new", "an older one", [held("2025-09-01")]],
    ["older", "a newer one", [held("2026-09-02", "Poor")]],
    ["new", "a newer one that was removed", [held("2026-09-02", "Poor", { removed: true })]],
    ["unchanged", "itself", [held("2026-09-01")]],
    ["unchanged", "itself with a report", [held("2026-09-01", "Good", { reportUri: report })]],
    ["unchanged", "itself below a newer one", [held("2026-09-02"), held("2026-09-01")]],
    ["changed", "another rating of its day", [held("2026-09-01", "Poor")]],
    ["removed", "itself, removed", [held("2026-09-01", "Good", { removed: true })]],
    ["new", "another rating of its day, removed", [held("2026-09-01", "Poor", { removed: true })]],
  ])("is %s beside %s", (what, _beside, ratings) => {
    expect(judgeLine(said, ratings)).toMatchObject({ what });
  });

  test("brings a report to the rating that had none, and a report that it does not name stays", () => {
    expect(judgeLine({ ...said, reportUri: report }, [held("2026-09-01")])).toMatchObject({
      what: "changed",
      reportUri: report,
    });
    expect(judgeLine(said, [held("2026-09-01", "Poor", { reportUri: report })])).toMatchObject({
      what: "changed",
      reportUri: report,
    });
  });
});
