import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import iconv from "iconv-lite";
import { careHomeTyped } from "@/tests/support/rosewood";
import { readSent } from "@/lib/sheets/sent/read-sent";
import { templateWorkbook } from "@/lib/sheets/template/template";
import { csvFile } from "@/lib/sheets/write-csv";
import { startingBedTypes } from "@/lib/questions/bed-types";
import { headingIn, textIn } from "@/lib/workbook/cell-text";
import { sectionsOf } from "@/lib/workbook/columns";
import { findSheets } from "@/lib/workbook/find-sheets";
import { versionOf } from "@/lib/workbook/mark";
import { sentBounds } from "@/tests/support/changed-workbook";

const sections = sectionsOf("care_home", "2026-11", undefined, startingBedTypes.care_home, versionOf);
const [home] = sections;
const reading = { name: "Instructions", lines: [{ text: "Read me", look: "title" }] } as const;
const row = (home?.columns ?? []).map(
  (column) =>
    column.show?.(careHomeTyped[column.key]?.replace(",", "") ?? "") ?? (column.role === "answer" ? null : column.role),
);
const template = templateWorkbook(
  reading,
  sections.map(({ name, columns, beds }) => ({ name, columns, frozen: 3, rows: beds ? [] : [row, row] })),
);

const part = "xl/worksheets/sheet2.xml";
const edited = (change: (xml: string) => string, name = part) => {
  const parts = unzipSync(template);
  parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
};
const read = async (bytes: Uint8Array) => readSent({ bytes, name: "sent.xlsx", bounds: sentBounds });
const found = async (bytes: Uint8Array) => {
  const sent = await read(bytes);
  return "refused" in sent ? sent : findSheets(sent.sheets, sections, "2026-11");
};
const refusal = async (bytes: Uint8Array) => {
  const sheets = await found(bytes);
  return "refused" in sheets ? sheets.refused : `not refused: ${sheets.map(({ name }) => name).join(", ")}`;
};
const rowsOf = async (bytes: Uint8Array) => {
  const sheets = await found(bytes);
  if ("refused" in sheets) throw new Error(sheets.refused);
  return sheets.flatMap(({ rows }) => rows);
};
const paid = (home?.columns.findIndex(({ key }) => key === "hours_paid") ?? 0) + 1;
const letters = paid > 26 ? `A${String.fromCharCode(64 + paid - 26)}` : String.fromCharCode(64 + paid);
const cell = (xml: string, at: string, inner: string) =>
  xml.replace(new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`), inner);

describe("read right", () => {
  const plain = rowsOf(template);

  test.each<[string, (xml: string) => string]>([
    ["without a dimension", (xml) => xml.replace(/<dimension[^>]*>/, "")],
    [
      "with a dimension to the end of the sheet",
      (xml) => xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>'),
    ],
    ["with rows hidden and filtered", (xml) => xml.replace('<row r="3"', '<row r="3" hidden="1"')],
    [
      "with attributes in other quotes and order",
      (xml) => xml.replaceAll(/ r="([A-Z]+\d+)" s="(\d+)"/g, " s='$2' r='$1'"),
    ],
    ["with a prefix on every tag", (xml) => xml.replaceAll(/<(\/?)(?=(?:row|c|v|sheetData)\b)/g, "<$1x:")],
    ["with comments in the XML", (xml) => xml.replace("<sheetData>", "<!-- <row> --><sheetData>")],
  ])("%s", async (_, change) => {
    expect(await rowsOf(edited(change))).toEqual(await plain);
  });

  test("cells without their addresses, as openpyxl's writer of large files leaves them", async () => {
    const bytes = edited((xml) => xml.replaceAll(/<c r="[A-Z]+\d+"/g, "<c").replaceAll(/<row r="\d+"/g, "<row"));
    expect(await rowsOf(bytes)).toEqual(await plain);
  });

  test("blank rows between, with the row numbers that people see", async () => {
    const bytes = edited((xml) =>
      xml.replace(/<row r="3">.*?<\/row>/, (third) => third.replaceAll(/(r="[A-Z]*)3"/g, '$190"')),
    );
    expect((await rowsOf(bytes)).map(({ line }) => line)).toEqual([2, 90]);
  });

  test("a hundred thousand styled empty rows", async () => {
    const empty = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 10}" s="5"><c r="A${at + 10}" s="5"/></row>`,
    ).join("");
    expect(await rowsOf(edited((xml) => xml.replace("</sheetData>", `${empty}</sheetData>`)))).toEqual(await plain);
  });

  test("inline strings, formulas with their results, and true and false", async () => {
    const bytes = edited((xml) =>
      cell(
        cell(xml, `${letters}2`, `<c r="${letters}2"><f>1+1</f><v>2</v></c>`),
        "C2",
        '<c r="C2" t="inlineStr"><is><r><t>Rose</t></r><r><t>wood</t></r></is></c>',
      ),
    );
    const [first] = await rowsOf(bytes);
    expect([first?.cells[2], first?.cells[paid - 1], first?.faults]).toEqual(["Rosewood", "2", undefined]);
  });

  test("columns moved, and headings with doubled, trailing and unseen spaces and other capitals", async () => {
    const bytes = edited((xml) => xml, "xl/workbook.xml");
    const parts = unzipSync(bytes);
    const shared = strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array());
    parts["xl/sharedStrings.xml"] = strToU8(
      shared
        .replace(">Hours paid<", ">\u00a0HOURS \u200b  Paid  <")
        .replace(">Registered nurses employed<", ">Registered nurses\u202femployed <"),
    );
    const sheets = await found(zipSync(parts));
    expect("refused" in sheets ? sheets.refused : sheets.map(({ columns }) => columns.length)).toEqual(
      sections.map(({ columns }) => columns.length),
    );
    const moved = sentBoundsOf([...(home?.columns ?? [])].reverse().map(({ heading }) => heading));
    expect("refused" in moved ? moved.refused : moved[0]?.columns[0]?.at).toBe((home?.columns.length ?? 0) - 1);
  });

  test("spaces before a figure, thousands separators, and what an export put before a formula", () => {
    expect([" 12", "1\u00a0204", "1 204", "1\u202f204.5", "12\u200b"].map(textIn)).toEqual([
      "12",
      "1204",
      "1204",
      "1204.5",
      "12",
    ]);
    expect(["'=1+1", "'+44 1632", "'-x", "O'Brien", "'quoted'"].map(textIn)).toEqual([
      "=1+1",
      "+44 1632",
      "-x",
      "O'Brien",
      "'quoted'",
    ]);
    expect(headingIn("  Hours\u00a0\u00a0paid\u200b ")).toBe("hours paid");
  });

  const csv = csvFile([
    (home?.columns ?? []).map(({ heading }) => heading),
    row.map((each) => (each === null ? "" : each)),
  ]);
  const separated = (by: string) =>
    [(home?.columns ?? []).map(({ heading }) => heading), row].map((cells) => cells.join(by)).join("\r\n");
  test.each<[string, Buffer]>([
    ["UTF-8 with its mark", Buffer.from(csv)],
    ["UTF-8 without it", Buffer.from(csv.slice(1))],
    ["UTF-16, little end first", Buffer.concat([Buffer.from("fffe", "hex"), Buffer.from(csv.slice(1), "utf16le")])],
    ["UTF-16, big end first", Buffer.concat([Buffer.from("feff", "hex"), iconv.encode(csv.slice(1), "utf16be")])],
    ["Windows-1252", iconv.encode(csv.slice(1), "windows-1252")],
    ["semicolons", Buffer.from(separated(";"))],
    ["tabs", Buffer.from(separated("\t"))],
  ])("a CSV of one sheet in %s", async (_, bytes) => {
    const sheets = await found(bytes);
    expect("refused" in sheets ? sheets.refused : sheets.map(({ rows }) => rows[0]?.cells[paid - 1])).toEqual([
      "4120.5",
    ]);
  });

  test("rows of a CSV have the numbers that a spreadsheet shows, whatever breaks its lines", async () => {
    const sent = await read(Buffer.from('a,"two\nlines"\r\nb,x\n\r\nc,y\n'));
    expect("refused" in sent ? sent.refused : sent.sheets[0]?.rows).toEqual([
      { line: 1, cells: ["a", "two\nlines"] },
      { line: 2, cells: ["b", "x"] },
      { line: 4, cells: ["c", "y"] },
    ]);
  });

  function sentBoundsOf(headings: string[]) {
    return findSheets(
      [
        {
          name: "Sheet1",
          rows: [
            { line: 1, cells: headings },
            { line: 2, cells: headings.map(() => "x") },
          ],
        },
      ],
      sections,
      "2026-11",
    );
  }
});

describe("a cell that cannot be taken at its word is reported", () => {
  const withStyle = (format: string) => {
    const parts = unzipSync(template);
    const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
    parts["xl/styles.xml"] = strToU8(
      styles
        .replace("<fonts", `<numFmts count="1"><numFmt numFmtId="170" formatCode="${format}"/></numFmts><fonts`)
        .replace("</cellXfs>", '<xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'),
    );
    parts[part] = strToU8(
      cell(strFromU8(parts[part] ?? new Uint8Array()), `${letters}2`, `<c r="${letters}2" s="9"><v>46000</v></c>`),
    );
    return zipSync(parts);
  };

  test.each<[string, Uint8Array, string | undefined]>([
    ["a day", withStyle("dd/mm/yyyy"), "date"],
    ["a time", withStyle("[h]:mm"), "date"],
    ["a percentage", withStyle("0.0%"), "percent"],
    ["money", withStyle("&quot;days &quot;#,##0.00;[Red]-#,##0.00"), undefined],
    ["#REF!", edited((xml) => cell(xml, `${letters}2`, `<c r="${letters}2" t="e"><v>#REF!</v></c>`)), "error"],
    [
      "a formula without a value",
      edited((xml) => cell(xml, `${letters}2`, `<c r="${letters}2"><f>A1+1</f></c>`)),
      "formula",
    ],
    [
      "merged cells",
      edited((xml) =>
        xml.replace(
          "<autoFilter",
          `<mergeCells count="1"><mergeCell ref="${letters}2:${letters}3"/></mergeCells><autoFilter`,
        ),
      ),
      "merged",
    ],
  ])("%s", async (_, bytes, fault) => {
    const [first] = await rowsOf(bytes);
    expect(first?.faults?.[paid - 1]).toBe(fault);
  });
});

describe("refused, each with its own sentence", () => {
  const headings = (change: (shared: string) => string) => edited(change, "xl/sharedStrings.xml");
  test.each<[string, Uint8Array, RegExp]>([
    ["empty", new Uint8Array(), /^This file is empty/],
    ["not a spreadsheet", Buffer.from("%PDF-1.7 …"), /^This is not an Excel workbook/],
    ["a web page", Buffer.from("<!doctype html><p>Sign in"), /^This is not an Excel workbook/],
    ["cut off", template.subarray(0, template.length - 900), /^This workbook is damaged or incomplete/],
    [
      "an old .xls",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      /^This is an old Excel workbook \(\.xls\)/,
    ],
    [
      "encrypted",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      /^This workbook is protected by a password/,
    ],
    [
      "with macros",
      zipSync({ ...unzipSync(template), "xl/vbaProject.bin": new Uint8Array(10) }),
      /^This workbook holds macros/,
    ],
    [
      "an .ods",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<a/>") }),
      /\(\.ods\)/,
    ],
    [
      "a zip of something else",
      zipSync({ "photo.jpg": new Uint8Array(10) }),
      /^This workbook is damaged|^This is not an Excel/,
    ],
    ["foreign", Buffer.from("Name,Beds\r\nRosewood,12\r\n"), /^This is not a workbook from this service/],
    [
      "of another month",
      headings((xml) => xml.replaceAll("(2026-11 ", "(2026-10 ")),
      /^This workbook is for October 2026\. Figures are now for November 2026/,
    ],
    [
      "of older questions",
      headings((xml) => xml.replaceAll(/\(2026-11 v1-\w+\)/g, "(2026-11 v1-00000000)")),
      /^The questions of the sheet Care home have changed/,
    ],
    [
      "without its hidden heading",
      headings((xml) => xml.replaceAll(/Do not change \(2026-11 [^)]*\)/g, "Notes")),
      /^The last heading of the sheet Care home/,
    ],
    [
      "with a heading renamed",
      headings((xml) => xml.replace(">Hours paid<", ">Hours<")),
      /^The sheet Care home no longer has the heading “Hours paid”\. There is “Hours” instead/,
    ],
    [
      "with a heading added",
      edited((xml) => xml.replace("</row>", '<c r="BA1" t="inlineStr"><is><t>My notes</t></is></c></row>')),
      /^The sheet Care home has a heading that the template does not have: “My notes”/,
    ],
    [
      "with something far outside",
      edited((xml) => xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
      /has something in a cell far outside the table, in row 1048576/,
    ],
    [
      "with a document type",
      edited((xml) => xml.replace("<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')),
      /^This workbook is damaged/,
    ],
    ["unbalanced", edited((xml) => xml.replace("</sheetData>", "")), /^This workbook is damaged/],
  ])("%s", async (_, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence);
  });

  test("a bomb: 200 MB of nothing packed into a few KB is refused by its list of contents", async () => {
    const bytes = zipSync({ ...unzipSync(template), "xl/worksheets/sheet2.xml": new Uint8Array(200_000_000) });
    expect(bytes.length).toBeLessThan(400_000);
    expect(await refusal(bytes)).toMatch(/^This workbook is larger inside than any that we make/);
  }, 120_000);

  test("too many rows", async () => {
    const many = Array.from(
      { length: 20_010 },
      (_, at) => `<row r="${at + 10}"><c r="A${at + 10}"><v>1</v></c></row>`,
    ).join("");
    expect(await refusal(edited((xml) => xml.replace("</sheetData>", `${many}</sheetData>`)))).toMatch(
      /has more than 20,000 rows/,
    );
  });

  test("no message repeats what is in a cell of a row", async () => {
    const secret = edited((xml) =>
      cell(xml, "C2", '<c r="C2" t="inlineStr"><is><t>Mary Patient</t></is></c>').replace("</sheetData>", ""),
    );
    expect(await refusal(secret)).not.toContain("Mary");
  });
});
