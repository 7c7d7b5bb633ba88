import { db } from "@/lib/db";
import { writeCsv, writeOds } from "@/scripts/bench/national/write";
import { emptyDatabase } from "@/tests/support/database";
import { countsOf, directoryCsv, fileOf, home, imported, noticesOf } from "@/tests/support/registers";

beforeEach(emptyDatabase);

const columns =
  "Location ID,Location ODS Code,Location Name,Care Home?,Location Type,Location Primary Inspection Category,Location Street Address,Location Address Line 2,Location City,Location Post Code,Location Local Authority,Location Region,Location NHS Region,Location ONSPD CCG Code,Location ONSPD CCG,Location Commissioning CCG Code,Location Commissioning CCG Name,Service / Population Group,Domain,Latest Rating,Publication Date,Report Type,Inherited Rating (Y/N),URL,Provider ID,Provider Name,Brand ID,Brand Name".split(
    ",",
  );

const line = (id: string, domain: string, rating: string, on: string, group = "Overall"): string[] => {
  const said: Record<string, string> = {
    "Location ID": id,
    "Location Name": `Home ${id}`,
    "Care Home?": "Y",
    "Service / Population Group": group,
    Domain: domain,
    "Latest Rating": rating,
    "Publication Date": on,
    "Report Type": "Location",
    "Inherited Rating (Y/N)": "N",
    URL: `http://www.cqc.org.uk/location/${id}`,
    "Provider ID": "1-900",
  };
  return columns.map((column) => said[column] ?? "");
};

const six = (id: string, rating: string, on: string): string[][] =>
  ["Safe", "Effective", "Caring", "Responsive", "Well-led", "Overall"].map((domain) => line(id, domain, rating, on));

const written = {
  "a .csv file": async (lines: string[][]) => {
    const at = fileOf("ratings.csv", "");
    await writeCsv(at, [columns, ...lines]);
    return at;
  },
  "an .ods file": async (lines: string[][]) => {
    const at = fileOf("ratings.ods", "");
    const ofProviders = columns.filter((column) => !column.startsWith("Location"));
    await writeOds(at, [
      { name: "Locations", lines: [columns, ...lines] },
      { name: "Providers", lines: [ofProviders, ofProviders.map(() => "Overall")] },
    ]);
    return at;
  },
};
const csv = written["a .csv file"];

const ratingsOf = async (registerId: string) =>
  (
    await db.rating.findMany({ where: { location: { registerId } }, orderBy: [{ current: "desc" }, { domain: "asc" }] })
  ).map(({ domain, rating, reportedOn, current }) =>
    [domain, rating, reportedOn?.toISOString().slice(0, 10), current ? "now" : "earlier"].join(" "),
  );

const oneHome = async (cells = {}) =>
  imported("cqc", await directoryCsv("directory.csv", { lines: [home("1-101", cells)] }));

describe.each(Object.entries(written))("CQC's latest ratings as %s", (kind, write) => {
  test("ratings are imported overall and for the five key questions, with dates, and a second time change nothing", async () => {
    await oneHome();
    const file = await write([
      ...six("1-101", "Requires improvement", "14/07/2026"),
      line("1-101", "Safe", "Inadequate", "14/07/2026", "Residential care"),
      line("1-999", "Overall", "Good", "14/07/2026"),
    ]);
    const providers = kind === "an .ods file" ? 1 : 0;
    expect(countsOf(await imported("ratings", file))).toEqual({
      added: 5,
      changed: 1,
      closed: 0,
      unchanged: 0,
      skipped: 2 + providers,
    });
    expect(await ratingsOf("1-101")).toEqual([
      "Caring Requires improvement 2026-07-14 now",
      "Effective Requires improvement 2026-07-14 now",
      "Overall Requires improvement 2026-07-14 now",
      "Responsive Requires improvement 2026-07-14 now",
      "Safe Requires improvement 2026-07-14 now",
      "Well-led Requires improvement 2026-07-14 now",
      "Overall Good 2025-03-05 earlier",
    ]);
    expect(await db.location.findFirstOrThrow({ where: { registerId: "1-101" } })).toMatchObject({
      overallRating: "Requires improvement",
      ratedOn: new Date("2026-07-14"),
      reportUri: "http://www.cqc.org.uk/location/1-101",
    });
    expect(countsOf(await imported("ratings", file))).toMatchObject({ added: 0, changed: 0, unchanged: 6 });
    expect(await db.rating.count()).toBe(7);
  });
});

test("An older file of ratings adds to the history and changes nothing else, and history is never taken away", async () => {
  await oneHome();
  await imported("ratings", await csv(six("1-101", "Good", "01/10/2026")));
  const before = await ratingsOf("1-101");
  const report = await imported("ratings", await csv(six("1-101", "Inadequate", "01/02/2022")));
  expect(noticesOf(report)).toContain("older than the rating we hold, added to its history");
  const after = await ratingsOf("1-101");
  expect(after.slice(0, 6)).toEqual(before.slice(0, 6));
  expect(after).toEqual(expect.arrayContaining([...before, "Safe Inadequate 2022-02-01 earlier"]));
  expect((await db.location.findFirstOrThrow({ where: { registerId: "1-101" } })).overallRating).toBe("Good");
});

test("A directory that is older, or blank, leaves the rating that the ratings file gave", async () => {
  await oneHome();
  await imported("ratings", await csv(six("1-101", "Outstanding", "01/10/2026")));
  for (const cells of [
    { "Location Latest Overall Rating": "", "Publication Date": "" },
    { "Location Latest Overall Rating": "Good", "Publication Date": "05/03/2025" },
  ]) {
    await oneHome(cells);
    expect(await db.location.findFirstOrThrow({ where: { registerId: "1-101" } })).toMatchObject({
      overallRating: "Outstanding",
      ratedOn: new Date("2026-10-01"),
    });
    expect((await ratingsOf("1-101")).filter((each) => each.endsWith("now"))).toHaveLength(6);
  }
});

test("Two lines for one question leave the newest, and anything that is not a rating is reported", async () => {
  await oneHome();
  const report = await imported(
    "ratings",
    await csv([
      line("1-101", "Safe", "Good", "01/02/2024"),
      line("1-101", "Safe", "Inadequate", "01/02/2026"),
      line("1-101", "Caring", "", ""),
      line("1-101", "Tasty", "Good", "01/02/2026"),
      line("1-101", "Effective", "Splendid", "01/02/2026"),
    ]),
  );
  expect(countsOf(report)).toMatchObject({ added: 2, skipped: 3 });
  expect(noticesOf(report)).toContain("unknown rating: Splendid");
  expect(await ratingsOf("1-101")).toContain("Safe Inadequate 2026-02-01 now");
});

test("A file that lacks a column, is another file, or is said to be a whole register is refused in words", async () => {
  await oneHome();
  const at = fileOf("short.csv", "");
  await writeCsv(at, [columns.slice(0, -5), line("1-101", "Safe", "Good", "01/02/2026").slice(0, -5)]);
  expect(await imported("ratings", at)).toMatch(/^short\.csv, line 1, column “URL”: this column is missing\./);
  expect(await imported("ratings", await directoryCsv("wrong.csv", { lines: [home("1-101")] }))).toMatch(
    /have not the headings of CQC's latest ratings/,
  );
  const whole = await csv(six("1-101", "Good", "01/10/2026"));
  expect(await imported("ratings", whole, { full: true })).toMatch(/ratings do not close any location/);
  expect(await imported("cqc", whole)).toMatch(/Import it as CQC's latest ratings \(npm run import:ratings\)/);
  const badDate = await csv([line("1-101", "Safe", "Good", "31/02/2026")]);
  expect(await imported("ratings", badDate)).toMatch(/line 2, column “Publication Date”/);
});
