import { checkLines, type KnownRecords } from "@/lib/people/pre-registration/check-lines";
import { managerColumns, type ManagerLine } from "@/lib/people/pre-registration/columns";
import { managerLines } from "@/lib/people/pre-registration/manager-lines";
import { preRegistrationTemplate } from "@/lib/people/pre-registration/template";
import { endReadingUploads, uploadedRows } from "@/lib/sheets/uploaded-rows";
import { workbook } from "@/lib/sheets/write-xlsx";
import { performance } from "node:perf_hooks";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const known: KnownRecords = {
  locations: new Map([
    ["1-111", { id: 1, name: "Rosewood", types: ["care_home"], closed: false, telephone: "01632 960001" }],
    ["1-222", { id: 2, name: "Larch", types: ["home_care"], closed: false, telephone: null }],
    ["1-333", { id: 3, name: "Gone Lodge", types: ["care_home"], closed: true, telephone: null }],
    ["1-444", { id: 4, name: "Moorside Infirmary", types: ["nhs_acute"], closed: false, telephone: null }],
  ]),
  accounts: new Map([
    ["ben@cast.example", account("Ben Carter", { access: new Map([[1, "approver"]]) })],
    ["amina@cast.example", account("Amina Yusuf", { access: new Map([[1, "standard"]]) })],
    ["left@cast.example", account("Lee Left", { closed: true })],
    ["desk@cast.example", account("Night desk", { generic: true })],
    ["olive@cast.example", account("Olive Oldham", { kind: "local_authority" })],
  ]),
};

function account(name: string, more: object) {
  return { id: 9, name, kind: "care_home" as const, generic: false, closed: false, access: new Map(), ...more };
}

const line = (more: Partial<ManagerLine>, at = 2): ManagerLine => ({
  line: at,
  location: "1-111",
  place: "",
  name: "New Person",
  email: "new@cast.example",
  telephone: "",
  job: "",
  ...more,
});
const checked = (more: Partial<ManagerLine>) => checkLines([line(more)], known)[0];

test("a line whose address looks mistyped is done all the same, with a question", () => {
  const result = checked({ email: "new.person@nsh.net" });
  expect(result).toMatchObject({
    verdict: "new account",
    warnings: ["Did you mean new.person@nhs.net? We will email login details to the address in the file"],
  });
});

test.each<[string, Partial<ManagerLine>, RegExp]>([
  ["no location", { location: "" }, /Enter the CQC location ID/],
  ["an unknown location", { location: "1-999" }, /No location has the ID 1-999/],
  ["an id that became a number", { location: "1.11E+08" }, /turned the location ID into a number/],
  ["a closed location", { location: "1-333" }, /no longer registered/],
  ["a place that does not report", { location: "1-444" }, /not a location that reports/],
  ["no name", { name: "" }, /Enter the manager’s name/],
  ["a name that is too long", { name: "x".repeat(101) }, /100 characters/],
  [
    "a formula for a name",
    { name: '=HYPERLINK("https://evil.example","Open")' },
    /Leave out web addresses|leave out web addresses/,
  ],
  ["a name that is an address", { name: "capacity-login.shop/nhs" }, /leave out web addresses/],
  ["a formula for a job", { job: "=1+1" }, /job title in words/],
  ["no address", { email: "" }, /Enter an email address/],
  ["a broken address", { email: "new@cast" }, /is not an email address/],
  ["two addresses in one", { email: "a@b.example;c@d.example" }, /is not an email address/],
  ["a telephone that is none", { telephone: "see website" }, /not a UK telephone number/],
  ["no telephone anywhere", { location: "1-222" }, /there is none in the register/],
  ["a closed account", { email: "LEFT@cast.example" }, /is closed/],
  ["a shared account", { email: "desk@cast.example" }, /cannot be an approver/],
  ["an account of a different type", { email: "olive@cast.example" }, /a different type/],
])("a line with %s is refused and says why", (_, more, sentence) => {
  const result = checked(more);
  expect(result?.verdict).toBe("refused");
  expect(result?.problems.join(". ")).toMatch(sentence);
});

test("each line says what it will do", () => {
  expect(checked({})?.verdict).toBe("new account");
  expect(checked({ email: "Ben@cast.example", name: "Ben Carter" })?.verdict).toBe("nothing to do");
  expect(checked({ email: "amina@cast.example", name: "Amina Yusuf" })?.verdict).toBe("raises to approver");
  expect(checked({ email: "ben@cast.example", name: "Ben Carter", location: "1-222" })?.verdict).toBe("adds access");
});

test("a repeated line is refused, and so is another name for the same address; more locations are not", () => {
  const lines = checkLines(
    [
      line({}, 2),
      line({}, 3),
      line({ name: "Quite Different" }, 4),
      line({ location: "1-222", telephone: "01632 960002" }, 5),
    ],
    known,
  );
  expect(lines.map(({ verdict }) => verdict)).toEqual(["new account", "refused", "refused", "new account"]);
  expect(lines[1]?.problems).toEqual(["This is the same as line 2"]);
  expect(lines[2]?.problems.join()).toMatch(/Each person needs their own address/);
});

test("a personal address and a name that differs from the register are worth a second look, but still go ahead", () => {
  const result = checked({ email: "new@gmail.com", place: "Rosebank" });
  expect([result?.verdict, result?.warnings.length]).toEqual(["new account", 2]);
});

const read = async (bytes: Uint8Array, name = "file.xlsx") => {
  const rows = await uploadedRows(bytes, name, () => 0);
  return rows.ok ? managerLines(rows.value) : rows;
};
const said = async (bytes: Uint8Array, name?: string) => {
  const outcome = await read(bytes, name);
  return outcome.ok ? outcome.value : outcome.problems.map(({ message }) => message).join();
};
afterAll(endReadingUploads);
const headings = Object.values(managerColumns);
const csv = (...lines: string[]) => strToU8([headings.join(","), ...lines].join("\r\n"));

test("the template, filled in, is read back line by line with the numbers that Excel shows", async () => {
  expect(await said(preRegistrationTemplate())).toBe("There are no rows under the headings");
  const filled = workbook([
    {
      name: "Managers",
      headings,
      rows: [
        ["1-111", "Rosewood", "=New Person", "new@cast.example", "+44 1632 960001", ""],
        [],
        ["1-222", null, "B", "b@c.example", 1632960001, ""],
      ],
    },
    { name: "How to fill it in", headings: ["How"], rows: [["…"]] },
  ]);
  const lines = await said(filled);
  expect(lines).toMatchObject([
    { line: 2, location: "1-111", name: "=New Person", telephone: "+44 1632 960001" },
    { line: 4, location: "1-222", place: "", telephone: "1632960001" },
  ]);
});

test("a comma-separated file is read with its mark, quotes, blank lines and columns in any order", async () => {
  const text =
    '\uFEFFEmail address,registered MANAGER,CQC location ID\r\n\r\nnew@cast.example,"Person, New",1-111\r\n,,\r\n';
  expect(await said(strToU8(text), "file.csv")).toMatchObject([
    { line: 3, name: "Person, New", location: "1-111", telephone: "" },
  ]);
});

test.each<[string, () => Uint8Array, RegExp]>([
  ["nothing in it", () => new Uint8Array(), /Choose a file/],
  ["more than 2 MB", () => new Uint8Array(2_000_001), /2 MB or less/],
  ["other headings", () => strToU8("a,b\r\n1,2"), /headings were not found/],
  [
    "a heading twice",
    () => (csv().length ? strToU8(`${headings.join(",")},Email address\r\nx`) : csv()),
    /appears twice/,
  ],
  [
    "too many lines",
    () => csv(...Array.from({ length: 5_200 }, (_, n) => `1-${n},,A,a@b.example,,`)),
    /5000 lines or fewer/,
  ],
  ["an old workbook", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /not an .xlsx or .csv file/],
  ["a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]), /not an .xlsx or .csv file/],
  ["a web page", () => strToU8("<!doctype html><p>Sign in</p>"), /not an .xlsx or .csv file/],
  ["half a workbook", () => new Uint8Array(preRegistrationTemplate().subarray(0, 500)), /zip archive is incomplete/],
  ["another archive", () => zipSync({ "a.txt": strToU8("a") }), /holds no spreadsheet/],
  [
    "a packed bomb",
    () =>
      zipSync(
        { "xl/workbook.xml": strToU8("<a/>"), "xl/worksheets/sheet1.xml": new Uint8Array(40_000_000) },
        { level: 9 },
      ),
    /refused/,
  ],
  [
    "an entity that grows",
    () =>
      zipSync({
        "xl/workbook.xml": strToU8('<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook><sheets>&b;</sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": strToU8("<Relationships/>"),
      }),
    /document type/,
  ],
])("a file with %s is refused in one sentence", async (_, bytes, sentence) => {
  expect(await said(bytes())).toMatch(sentence);
});

const filler = (_: unknown, n: number) => `1-${n},,A,a${n}@b.example,,`;

test("five thousand lines are read, and one more is refused", async () => {
  expect(await said(csv(...Array.from({ length: 5_000 }, filler)), "file.csv")).toHaveLength(5_000);
  expect(await said(csv(...Array.from({ length: 5_001 }, filler)), "file.csv")).toMatch(/5000 lines or fewer/);
});

test("a single cell in the furthest corner of a sheet costs nothing", async () => {
  const files = unzipSync(new Uint8Array(preRegistrationTemplate()));
  const sheets = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  for (const name of sheets)
    files[name] = strToU8(
      strFromU8(files[name] ?? new Uint8Array()).replace(
        "</sheetData>",
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>',
      ),
    );
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const answer = await said(zipSync(files));
  expect(typeof answer === "string" ? answer : answer.length).toBeTruthy();
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});

test("a small workbook that holds a lot of work does not hold up the server's own thread", async () => {
  const files = unzipSync(new Uint8Array(preRegistrationTemplate()));
  const sheet = Object.keys(files).find((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)) ?? "";
  const line = (nth: number) => `<row r="${nth + 10}">${"<c><v></v></c>".repeat(40)}</row>`;
  const lines = Array.from({ length: 8_000 }, (_, nth) => line(nth)).join("");
  files[sheet] = strToU8(strFromU8(files[sheet] ?? new Uint8Array()).replace("</sheetData>", `${lines}</sheetData>`));
  const packed = zipSync(files, { level: 6 });
  expect(packed.length).toBeLessThan(100_000);
  const before = performance.eventLoopUtilization();
  const began = performance.now();
  await uploadedRows(packed, "long.xlsx", () => 0);
  const took = performance.now() - began;
  const { active } = performance.eventLoopUtilization(before);
  expect(active).toBeLessThan(Math.max(100, took / 3));
});

test("two files are read at once, and the sender of a third is asked to try again", async () => {
  const send = () => said(csv("1-111,,A,a@b.example,,"), "file.csv");
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.filter((answer) => typeof answer === "string")).toEqual([expect.stringMatching(/in a minute/)]);
  expect(await send()).toHaveLength(1);
});

test("reading that takes too long is stopped", async () => {
  const outcome = await uploadedRows(csv("1-111,,A,a@b.example,,"), "file.csv", () => 11_000);
  expect(outcome).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining("too long") as string }] });
});
