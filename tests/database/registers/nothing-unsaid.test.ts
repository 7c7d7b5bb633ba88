import { utils, write } from "xlsx";
import { db } from "@/lib/db";
import { directoryColumns } from "@/scripts/bench/national/columns";
import { emptyDatabase } from "@/tests/support/database";
import {
  countsOf,
  directoryCsv,
  directoryOds,
  fileOf,
  home,
  imported,
  jsonl,
  noticesOf,
  zipOf,
  type Cells,
} from "@/tests/support/registers";

jest.setTimeout(30_000);
beforeEach(emptyDatabase);

const found = (registerId: string) => db.location.findFirstOrThrow({ where: { registerId } });
const cqc = async (name: string, lines: string[][], options = {}) =>
  imported("cqc", await directoryCsv(name, { lines }), options);
const examplesOf = (report: Awaited<ReturnType<typeof imported>>, kind: string) =>
  typeof report === "string" ? [report] : report.notices.find((noted) => noted.kind === kind)?.examples;

const agency = (id: string, tick: string): string[] =>
  home(id, {
    "Care home?": "0",
    "Care homes beds": "0",
    "Service type - Care home service without nursing": "",
    "Service type - Domiciliary care service": tick,
  });

describe("days of a workbook that counts from 1904", () => {
  const days = [
    ["1904", true, 42_643],
    ["1900", false, 44_105],
  ] as const;

  test.each(days)(
    "days of a workbook that counts from 1904 are the same as those of one from %s, as .xlsx",
    async (_, date1904, serial) => {
      const line: (string | number)[] = home("1-301");
      line[directoryColumns.indexOf("Location HSCA start date")] = serial;
      const Sheets = { HSCA_Active_Locations: utils.aoa_to_sheet([[...directoryColumns], line]) };
      const book = { SheetNames: Object.keys(Sheets), Sheets, Workbook: { WBProps: { date1904 } } };
      const bytes = write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
      expect(countsOf(await imported("cqc", fileOf("days.xlsx", bytes)))).toMatchObject({ added: 1 });
      expect((await found("1-301")).registeredOn).toEqual(new Date("2020-10-01"));
    },
  );

  test.each(days)(
    "days of a workbook that counts from 1904 are the same as those of one from %s, as .ods",
    async (year, _, serial) => {
      const { openArchive } = await import("@/lib/sheets/archive");
      const written = await directoryOds("written.ods", {
        lines: [home("1-301", { "Location HSCA start date": String(serial) })],
      });
      const archive = await openArchive(written, "written.ods");
      let content = "";
      for await (const chunk of await archive.open("content.xml")) content += String(chunk);
      archive.close();
      const first = year === "1904" ? "1904-01-01" : "1899-12-30";
      const file = zipOf("days.ods", {
        "content.xml": content.replace(
          "<office:spreadsheet>",
          `<office:spreadsheet><table:calculation-settings><table:null-date table:date-value="${first}"/></table:calculation-settings>`,
        ),
      });
      expect(countsOf(await imported("cqc", file))).toMatchObject({ added: 1 });
      expect((await found("1-301")).registeredOn).toEqual(new Date("2020-10-01"));
    },
  );
});

describe("yes and no", () => {
  test.each(["Y", "yes", "TRUE", "true", "1", "X", "x", "✓"])("a column is ticked with %s", async (tick) => {
    await cqc("ticks.csv", [agency("1-301", tick)]);
    expect((await found("1-301")).types).toEqual(["home_care"]);
  });

  test.each(["N", "no", "FALSE", "0", "", "-"])("a column is not ticked with “%s”", async (tick) => {
    expect(countsOf(await cqc("ticks.csv", [agency("1-301", tick), home("1-302")]))).toMatchObject({
      added: 1,
      skipped: 1,
    });
  });

  test("any other word for yes or no is refused with its line and column", async () => {
    expect(await cqc("ticks.csv", [home("1-301"), agency("1-302", "perhaps")])).toBe(
      "ticks.csv, line 3, column “Service type - Domiciliary care service”: “perhaps” is neither Y nor N.",
    );
  });
});

test("a blank “Care home?” or number of beds removes nothing from a home we know, and is reported", async () => {
  await cqc("first.csv", [home("1-301")]);
  const blank: Cells = { "Care home?": "", "Care homes beds": "" };
  const report = await cqc("blank.csv", [home("1-301", blank), home("1-302", blank)]);
  expect(noticesOf(report)).toEqual(
    expect.arrayContaining([
      "blank in the file, kept as it was: care home",
      "blank in the file, kept as it was: beds",
      "care home without a number of beds",
    ]),
  );
  expect(await found("1-301")).toMatchObject({ types: ["care_home"], careHome: true, beds: 30 });
  expect(await found("1-302")).toMatchObject({ types: ["care_home"], careHome: true });
});

test("a blank postcode, position or telephone number removes nothing that another file gave, and is reported", async () => {
  await cqc("first.csv", [home("1-301", { "Location Telephone Number": "01632960001" })]);
  const before = await found("1-301");
  const report = await cqc("poorer.csv", [
    home("1-301", { "Location Postal Code": "", "Location Latitude": "", "Location Longitude": "-" }),
  ]);
  expect(countsOf(report)).toMatchObject({ changed: 0, unchanged: 1 });
  expect(noticesOf(report)).toEqual([
    "location without a postcode",
    ...["latitude", "longitude", "postcode", "telephone"].map((field) => `blank in the file, kept as it was: ${field}`),
  ]);
  expect(await found("1-301")).toEqual(before);
});

test("a home that moved does not keep the position of its old postcode", async () => {
  await cqc("first.csv", [home("1-301")]);
  await cqc("moved.csv", [
    home("1-301", { "Location Postal Code": "BS1 1AA", "Location Latitude": "", "Location Longitude": "" }),
  ]);
  expect((await found("1-301")).latitude).not.toBe(53.5411);
});

test("a file without a column leaves what that column would change as it was", async () => {
  const nursing: Cells = {
    "Service type - Care home service with nursing": "Y",
    "Service user band - Dementia": "Y",
  };
  await cqc("first.csv", [home("1-301", nursing)]);
  const lacking = Object.keys(nursing);
  const keeps = directoryColumns.map((column) => !lacking.includes(column));
  const file = await directoryCsv("less.csv", {
    columns: directoryColumns.filter((_, at) => keeps[at]),
    lines: [home("1-301")].map((line) => line.filter((_, at) => keeps[at])),
  });
  const report = await imported("cqc", file);
  expect(countsOf(report)).toMatchObject({ changed: 0, unchanged: 1 });
  expect(noticesOf(report)).toEqual(["column that CQC no longer gives"]);
  expect(await found("1-301")).toMatchObject({
    services: ["Care home service with nursing", "Care home service without nursing"],
    userBands: ["Dementia", "Older People"],
  });
});

test("the same lists in another order are not a change", async () => {
  const both: Cells = { "Service user band - Dementia": "Y", "Service user band - Younger Adults": "Y" };
  await cqc("first.csv", [home("1-301", both)]);
  const turned = [...directoryColumns].reverse();
  const file = await directoryCsv("turned.csv", { columns: turned, lines: [home("1-301", both).reverse()] });
  expect(countsOf(await imported("cqc", file))).toMatchObject({ changed: 0, unchanged: 1 });
});

test("a day followed by anything else, and a dash for an id or a name, are refused", async () => {
  const refusal = (cells: Cells) => cqc("wrong.csv", [home(cells["Location ID"] ?? "1-301", cells)]);
  expect(await refusal({ "Location HSCA start date": "2025-01-02garbage" })).toBe(
    "wrong.csv, line 2, column “Location HSCA start date”: “2025-01-02garbage” is not a date such as 31/10/2026.",
  );
  expect(await refusal({ "Location ID": "-" })).toBe(
    "wrong.csv, line 2, column “Location ID”: this must be filled in.",
  );
  expect(await refusal({ "Location Name": "–" })).toBe(
    "wrong.csv, line 2, column “Location Name”: this must be filled in.",
  );
});

describe("a file that would close most of a register", () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => home(`1-4${String(from + n).padStart(3, "0")}`));
  const open = () => db.location.count({ where: { deregisteredOn: null } });

  test("a file that would close most of a register asks for the exact number, names the locations, and accepts no other", async () => {
    await cqc("whole.csv", many(0, 60));
    const sentence = "Of 60 places known here, 40 would be closed.";
    const preview = await cqc("few.csv", many(0, 20), { full: true, dryRun: true });
    expect(preview).toMatchObject({ closed: 40, bulk: { number: 40, sentence } });
    expect(examplesOf(preview, "closed: not in the file")).toHaveLength(40);
    for (const close of [undefined, 39])
      expect(await cqc("few.csv", many(0, 20), { full: true, close })).toBe(
        `${sentence} If that is right, import it with --close 40.`,
      );
    expect(await open()).toBe(60);
    expect(countsOf(await cqc("few.csv", many(0, 20), { full: true, close: 40 })).closed).toBe(40);
    expect(await open()).toBe(20);
  });

  test("a file that would remove types or beds from many locations asks too", async () => {
    await cqc("whole.csv", many(0, 60));
    const none: Cells = { "Care home?": "N", "Care homes beds": "0" };
    const lines = many(0, 60).map(([, ...rest], n) => [`1-4${String(n).padStart(3, "0")}`, ...rest]);
    const emptied = lines.map((_, n) => home(`1-4${String(n).padStart(3, "0")}`, none));
    expect(await cqc("none.csv", emptied)).toBe(
      "Of 60 places known here, 60 would no longer be of a type that reports. If that is right, import it with --close 60.",
    );
    const bedless = lines.map((_, n) => home(`1-4${String(n).padStart(3, "0")}`, { "Care homes beds": "0" }));
    expect(await cqc("beds.csv", bedless)).toMatch("60 would have no beds");
  });
});

describe("a location that its register closed", () => {
  const closing = {
    locationId: "1-301",
    providerId: "1-900",
    name: "Home 1-301",
    registrationStatus: "Deregistered",
    deregistrationDate: "2026-11-01",
    registrationDate: "2020-10-01",
    careHome: "Y",
    numberOfBeds: 30,
    postalCode: "OL1 1AA",
    type: "Social Care Org",
    gacServiceTypes: [{ description: "Care home service without nursing" }],
  };

  test("a closed location is named, and not opened again by an older list", async () => {
    await cqc("first.csv", [home("1-301")]);
    const closed = await imported("cqc", jsonl("closing.jsonl", [closing]), { dryRun: true });
    expect([countsOf(closed).closed, examplesOf(closed, "closed")]).toEqual([1, ["1-301 Home 1-301"]]);
    await imported("cqc", jsonl("closing.jsonl", [closing]));
    const older = await cqc("older.csv", [home("1-301")]);
    expect(examplesOf(older, "closed by its register, left closed")).toEqual(["line 2: Home 1-301, closed 2026-11-01"]);
    expect((await found("1-301")).deregisteredOn).toEqual(new Date("2026-11-01"));
  });

  test("opens again by name when it was registered anew since", async () => {
    await cqc("first.csv", [home("1-301")]);
    await imported("cqc", jsonl("closing.jsonl", [closing]));
    const anew = await cqc("anew.csv", [home("1-301", { "Location HSCA start date": "05/11/2026" })]);
    expect(examplesOf(anew, "opened again")).toEqual(["1-301 Home 1-301"]);
    expect((await found("1-301")).deregisteredOn).toBeNull();
  });

  test("a location is closed by a column of ending days", async () => {
    await cqc("first.csv", [home("1-301"), home("1-302")]);
    const columns = [...directoryColumns, "Location HSCA End Date"];
    const lines = [
      [...home("1-301"), "31/10/2026"],
      [...home("1-302"), ""],
    ];
    expect(countsOf(await imported("cqc", await directoryCsv("ended.csv", { columns, lines })))).toMatchObject({
      closed: 1,
    });
    expect((await found("1-301")).deregisteredOn).toEqual(new Date("2026-10-31"));
    expect((await found("1-302")).deregisteredOn).toBeNull();
  });
});
