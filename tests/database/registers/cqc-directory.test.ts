import { db } from "@/lib/db";
import { directoryColumns } from "@/scripts/bench/national/columns";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import {
  countsOf,
  directoryCsv,
  directoryOds,
  directoryXlsx,
  fileOf,
  home,
  imported,
  noticesOf,
  zipOf,
  type Directory,
} from "@/tests/support/registers";

beforeEach(emptyDatabase);

const three: Directory = {
  lines: [
    home("1-101"),
    home("1-102", {
      "Care home?": "N",
      "Care homes beds": "0",
      "Service type - Care home service without nursing": "",
      "Service type - Domiciliary care service": "Y",
      "Location Local Authority": "City of Bristol",
      "Location ONSPD CCG Code": "",
      "Location Postal Code": "bs11aa",
    }),
    home("1-103", {
      "Care home?": "N",
      "Care homes beds": "0",
      "Service type - Care home service without nursing": "",
      "Service type - Dental service": "Y",
    }),
  ],
};

const found = (registerId: string) =>
  db.location.findFirstOrThrow({
    where: { registerId },
    include: { provider: true, localAuthority: true, subIcb: true, ratings: true },
  });

describe.each([
  ["an .ods file", (directory: Directory) => directoryOds("directory.ods", directory)],
  ["a .csv file", (directory: Directory) => directoryCsv("directory.csv", directory)],
  ["an .xlsx file", (directory: Directory) => Promise.resolve(directoryXlsx("directory.xlsx", directory))],
])("the care directory as %s", (_, written) => {
  test("the directory is imported, and a second time changes nothing", async () => {
    const file = await written(three);
    expect(countsOf(await imported("cqc", file))).toEqual({
      added: 2,
      changed: 0,
      closed: 0,
      unchanged: 0,
      skipped: 1,
    });
    const rosewood = await found("1-101");
    expect(rosewood).toMatchObject({
      name: "Home 1-101",
      types: ["care_home"],
      beds: 30,
      postcode: "OL1 1AA",
      latitude: 53.5411,
      placedBy: "register",
      overallRating: "Good",
      services: ["Care home service without nursing"],
      userBands: ["Older People"],
    });
    expect(rosewood.provider.name).toBe("Moor Care Limited");
    expect([rosewood.localAuthority?.name, rosewood.subIcb?.odsCode]).toEqual(["Oldham", "00Y"]);
    expect(rosewood.registeredOn).toEqual(new Date("2020-10-01"));
    const bristol = await found("1-102");
    expect([bristol.types, bristol.postcode, bristol.localAuthority?.name, bristol.placedBy]).toEqual([
      ["home_care"],
      "BS1 1AA",
      "Bristol, City of",
      "register, Sub ICB by council",
    ]);
    expect(countsOf(await imported("cqc", file))).toEqual({
      added: 0,
      changed: 0,
      closed: 0,
      unchanged: 2,
      skipped: 1,
    });
    expect(await db.rating.count()).toBe(2);
  });
});

test("names of managers and nominated people are not kept anywhere", async () => {
  await imported("cqc", await directoryCsv("people.csv", three));
  const { rows } = await (
    await asOwner()
  ).query<{ n: number }>(
    `select (select count(*) from location l where to_jsonb(l)::text ~ 'Doe|Roe') + (select count(*) from provider p where to_jsonb(p)::text ~ 'Doe|Roe')
     + (select count(*) from audit a where to_jsonb(a)::text ~ 'Doe|Roe') + (select count(*) from import_run r where to_jsonb(r)::text ~ 'Doe|Roe') as n`,
  );
  expect(Number(rows[0]?.n)).toBe(0);
});

test("a location that is care home and home care is both", async () => {
  await imported(
    "cqc",
    await directoryCsv("both.csv", { lines: [home("1-104", { "Service type - Supported living service": "Y" })] }),
  );
  expect((await found("1-104")).types).toEqual(["care_home", "home_care"]);
});

test("what CQC says is updated, a rating that has ended becomes history, and what the tracker owns stays", async () => {
  await imported("cqc", await directoryCsv("before.csv", three));
  const { id } = await found("1-101");
  await (await asOwner()).query(`select set_config('capacity.actor', 'test', false)`);
  await (
    await asOwner()
  ).query(`insert into contact (location_id, role, email) values (${id}, 'Manager', 'manager@home.example')`);
  const changed = {
    "Care homes beds": "32",
    "Location Latest Overall Rating": "Requires improvement",
    "Publication Date": "01/10/2026",
    "Dormant (Y/N)": "Y",
  };
  const report = await imported(
    "cqc",
    await directoryCsv("after.csv", { lines: [home("1-101", changed), ...three.lines.slice(1)] }),
  );
  expect(countsOf(report)).toEqual({ added: 0, changed: 1, closed: 0, unchanged: 1, skipped: 1 });
  expect(noticesOf(report)).toEqual(
    expect.arrayContaining(["changed: beds", "changed: dormant", "changed: overall rating"]),
  );
  const after = await found("1-101");
  expect([after.beds, after.dormant]).toEqual([32, true]);
  expect(after.ratings.map(({ rating, current }) => [rating, current]).sort()).toEqual([
    ["Good", false],
    ["Requires improvement", true],
  ]);
  expect(await db.contact.count({ where: { locationId: id, email: "manager@home.example" } })).toBe(1);
});

test("the two locations of a dual registration know each other's provider and which is the primary", async () => {
  const dual = (provider: string) => ({
    "Provider ID": provider,
    "Provider Name": `Care ${provider}`,
    "Location Dual Registered": "Dual Registration",
    "Primary ID (Dual registration locations)": "1-201",
  });
  const directory = {
    lines: [home("1-201", dual("1-901")), home("1-202", dual("1-902"))],
    duals: [
      { "Location ID": "1-201", "Linked Organisation ID": "1-902", "Primary ID": "1-201" },
      { "Location ID": "1-202", "Linked Organisation ID": "1-901", "Primary ID": "1-201" },
    ],
  };
  await imported("cqc", await directoryOds("dual.ods", directory));
  const [first, second] = [await found("1-201"), await found("1-202")];
  expect([first.dualPrimaryId, second.dualPrimaryId]).toEqual(["1-201", "1-201"]);
  expect([first.dualProviderId, second.dualProviderId]).toEqual([second.providerId, first.providerId]);
  expect(countsOf(await imported("cqc", await directoryOds("dual.ods", directory)))).toMatchObject({
    changed: 0,
    unchanged: 2,
  });
});

test("a dual registration whose primary location we do not have is reported, and its beds still count", async () => {
  const second = home("1-202", { "Primary ID (Dual registration locations)": "1-201" });
  const report = await imported("cqc", await directoryCsv("second.csv", { lines: [second] }));
  expect(noticesOf(report)).toContain("dual registration whose primary location is not here");
  expect((await found("1-202")).dualPrimaryId).toBeNull();
});

test("a location missing from the file is reported, and closed only when the file is said to be complete", async () => {
  await imported("cqc", await directoryCsv("whole.csv", three));
  const less = await directoryCsv("less.csv", { lines: three.lines.slice(1) });
  const told = await imported("cqc", less);
  expect([countsOf(told).closed, noticesOf(told)]).toEqual([0, ["not in the file, left as it is"]]);
  expect((await found("1-101")).deregisteredOn).toBeNull();
  expect(countsOf(await imported("cqc", less, { full: true })).closed).toBe(1);
  expect((await found("1-101")).deregisteredOn).toEqual(new Date("2026-11-10"));
  expect(countsOf(await imported("cqc", await directoryCsv("whole.csv", three)))).toMatchObject({ changed: 1 });
  expect((await found("1-101")).deregisteredOn).toBeNull();
});

test("a dry run says what would change, changes nothing and keeps its row", async () => {
  const report = await imported("cqc", await directoryCsv("dry.csv", three), { dryRun: true });
  expect(countsOf(report)).toMatchObject({ added: 2 });
  expect([await db.location.count(), await db.provider.count()]).toEqual([0, 0]);
  expect(await db.importRun.findMany()).toEqual([
    expect.objectContaining({ dryRun: true, added: 2, rows: 3, actor: "test", fileName: "dry.csv" }),
  ]);
});

test("an unknown council is reported, and the location placed by its postcode rather than by guessing", async () => {
  const report = await imported(
    "cqc",
    await directoryCsv("council.csv", {
      lines: [home("1-105", { "Location Local Authority": "Oldhamshire", "Location ONSPD CCG Code": "E38009999" })],
    }),
  );
  expect(noticesOf(report)).toEqual(
    expect.arrayContaining(["unknown council: Oldhamshire", "unknown Sub ICB, placed by council"]),
  );
  expect(await found("1-105")).toMatchObject({
    placedBy: "postcode district, Sub ICB by council",
    localAuthority: { name: "Oldham" },
  });
});

test("odd but possible values are reported, and the rest is imported", async () => {
  const odd = { "Location Postal Code": "OL1 1A", "Location Latest Overall Rating": "Splendid" };
  const lines = [home("1-101", odd), home("1-102", { "Location HSCA start date": "01/10/2090" })];
  const notices = noticesOf(await imported("cqc", await directoryCsv("odd.csv", { lines })));
  expect(notices).toEqual(
    expect.arrayContaining(["not a valid postcode", "unknown rating: Splendid", "registration date is in the future"]),
  );
  expect(await db.location.count()).toBe(2);
});

test("an extra column is a notice, not a failure", async () => {
  const report = await imported(
    "cqc",
    await directoryCsv("extra.csv", {
      columns: [...directoryColumns, "Location Carbon Rating"],
      lines: three.lines.map((line) => [...line, "A"]),
    }),
  );
  expect(countsOf(report).added).toBe(2);
  expect(noticesOf(report)).toContain("unknown column, ignored");
});

test("only one import runs at a time", async () => {
  const owner = await asOwner();
  await owner.query("select pg_advisory_lock(7402611903)");
  try {
    expect(await imported("cqc", await directoryCsv("locked.csv", three))).toBe(
      "Another import is running. Try again when it has finished.",
    );
  } finally {
    await owner.query("select pg_advisory_unlock(7402611903)");
  }
});

const without = (column: string) => directoryColumns.map((each) => (each === column ? "Beds of care home" : each));
const csv = (directory: Directory) => () => directoryCsv("broken.csv", directory);

describe("a broken file is refused with one sentence, and nothing is changed", () => {
  test.each<[string, () => Promise<string> | string, string]>([
    [
      "a renamed column",
      csv({ columns: without("Care homes beds"), lines: three.lines }),
      "broken.csv, line 1, column “Care homes beds”: this column is missing. It may have been renamed: the file has “Beds of care home”, which is not known.",
    ],
    [
      "an id that comes twice",
      csv({ lines: [home("1-101"), home("1-102"), home("1-101")] }),
      "broken.csv, line 4, column “Location ID”: 1-101 appears twice in the file: in line 2 and here.",
    ],
    [
      "99999 beds",
      csv({ lines: [home("1-101"), home("1-102", { "Care homes beds": "99999" })] }),
      "broken.csv, line 3, column “Care homes beds”: “99999” is not a number of beds from 0 to 2000.",
    ],
    [
      "coordinates in the sea off Africa",
      csv({ lines: [home("1-101", { "Location Latitude": "0" })] }),
      "broken.csv, line 2, column “Location Latitude”: “0” is not a latitude in England (49.8 to 56).",
    ],
    [
      "a date that is none",
      csv({ lines: [home("1-101", { "Location HSCA start date": "31/02/2020" })] }),
      "broken.csv, line 2, column “Location HSCA start date”: “31/02/2020” is not a date such as 31/10/2026.",
    ],
    [
      "a home that neither sleeps nor wakes",
      csv({ lines: [home("1-101", { "Dormant (Y/N)": "perhaps" })] }),
      "broken.csv, line 2, column “Dormant (Y/N)”: “perhaps” is neither Y nor N.",
    ],
    ["a blank id", csv({ lines: [home("")] }), "broken.csv, line 2, column “Location ID”: this must be filled in."],
    [
      "a line cut short",
      csv({ lines: [home("1-101"), home("1-102").slice(0, 57)] }),
      "broken.csv, line 3: this line has 57 values where the heading has 122. The file may not be whole: download it again.",
    ],
    [
      "an old Excel file",
      () => fileOf("old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex")),
      "old.xls: this is an old Excel workbook (.xls). Save it as .xlsx, .ods or .csv.",
    ],
    [
      "a web page",
      () => fileOf("error.csv", "<!DOCTYPE html><title>Not found</title>"),
      "error.csv: this is a web page. The download may have failed: try again.",
    ],
    [
      "a postcode that is a sentence",
      csv({ lines: [home("1-101", { "Location Postal Code": "not known to us" })] }),
      "broken.csv, line 2, column “Location Postal Code”: “not known to us” is not a postcode.",
    ],
    [
      "a column that decides what a location is",
      csv({
        columns: directoryColumns.map((column) => column.replace("Domiciliary care service", "Care at home")),
        lines: three.lines,
      }),
      "broken.csv, line 1, column “Service type - Domiciliary care service”: this column is missing. It may have been renamed: the file has “Service type - Care at home”, which is not known.",
    ],
    [
      "headings and no line",
      csv({ lines: [] }),
      "broken.csv: there are no rows under its headings. It may be incomplete: download it again.",
    ],
    [
      "semicolons",
      () => fileOf("semicolons.csv", directoryColumns.join(";")),
      "semicolons.csv, line 1: its values are separated by semicolons or tabs. Save it with commas.",
    ],
    [
      "none of its headings",
      () => fileOf("other.csv", "a,b\n1,2\n"),
      "other.csv, line 1: the first lines have not the headings of CQC's “care directory with filters”, such as “Location ID”. Download the “care directory with filters” (HSCA_Active_Locations) from CQC's page “Using CQC data”.",
    ],
    [
      "a character that cannot be stored",
      csv({
        lines: [...Array.from({ length: 9 }, (_, n) => home(`1-10${n}`)), home("1-200", { "Brand Name": "A\0" })],
      }),
      "broken.csv, line 11: this line contains a character that cannot be stored. Download the file again.",
    ],
    ["a folder", () => "/tmp", "tmp: this is a folder and not a file."],
    ["an empty file", () => fileOf("empty.csv", ""), "empty.csv: this file is empty."],
    [
      "CQC's weekly directory",
      () => fileOf("weekly.csv", "Name,Also known as,Postcode,CQC Location ID (for office use only)\nA,B,C,1-1\n"),
      "weekly.csv, line 1: this is CQC's weekly directory, which has no beds, ratings or coordinates. Download the “care directory with filters” (HSCA_Active_Locations) from CQC's page “Using CQC data”.",
    ],
    [
      "an archive without tables",
      () => zipOf("photos.zip", { "a.jpg": "x" }),
      "photos.zip: this archive holds no spreadsheet and no .csv file.",
    ],
    ["a file that is not there", () => "/nowhere/at/all.csv", "all.csv: there is no such file."],
  ])("%s", async (_, file, sentence) => {
    expect(await imported("cqc", await file())).toBe(sentence);
    expect([await db.location.count(), await db.provider.count(), await db.importRun.count()]).toEqual([0, 0, 0]);
  });

  test("a spreadsheet cut in half", async () => {
    const { readFileSync } = await import("node:fs");
    const whole = readFileSync(await directoryOds("whole.ods", three));
    expect(await imported("cqc", fileOf("half.ods", whole.subarray(0, whole.length / 2)))).toMatch(
      /^half\.ods: this zip archive is incomplete/,
    );
  });
});
