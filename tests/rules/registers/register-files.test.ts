import { deflateRawSync, gzipSync } from "node:zlib";
import { layoutOf, sourceFile, rowsOf } from "@/lib/sheets/source-file";
import { CsvReader } from "@/lib/sheets/csv-rows";
import { fileOf, zipOf } from "@/tests/support/registers";
import fc from "fast-check";

const read = async (at: string) => {
  const file = sourceFile(at);
  const rows: [string, number, string[]][] = [];
  for await (const batch of rowsOf(file, await layoutOf(file)))
    for (const { sheet, line, cells } of batch) rows.push([sheet, line, cells]);
  return rows;
};

const names = ["office", "table", "text"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const sheet = (rows: string) =>
  `<?xml version="1.0"?><office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (text: string, attributes = "") =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const ods = (rows: string, name = "sheet.ods") =>
  zipOf(name, { mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": sheet(rows) });

describe("comma-separated text", () => {
  const parsed = (text: string) => {
    const reader = new CsvReader("a.csv");
    return [...reader.push(text), ...reader.end()].map(({ line, cells }) => [line, ...cells]);
  };

  test("may quote commas, quotes and line breaks, and lines are counted as a reader sees them", () => {
    expect(parsed('a,"b, c","d ""e"""\r\n\r\n"f\ng",h,\ni')).toEqual([
      [1, "a", "b, c", 'd "e"'],
      [3, "f\ng", "h", ""],
      [5, "i"],
    ]);
  });

  test("reads the same wherever it is cut", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "é", " ") }), { minLength: 2, maxLength: 4 }),
          { minLength: 1, maxLength: 5 },
        ),
        fc.nat(),
        (lines, cut) => {
          const text = lines
            .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(","))
            .join("\n");
          const reader = new CsvReader("a.csv");
          const at = cut % (text.length + 1);
          expect(
            [...reader.push(text.slice(0, at)), ...reader.push(text.slice(at)), ...reader.end()].map(
              ({ cells }) => cells,
            ),
          ).toEqual(lines);
        },
      ),
    );
  });

  test("with a quotation mark that is never closed is refused at its line", () => {
    expect(() => parsed('a,b\nc,"d\ne')).toThrow("a.csv, line 2: a quotation mark is opened but never closed.");
  });

  test("comma-separated text is read as UTF-8 with its mark, or as Windows-1252", async () => {
    expect(await read(fileOf("utf8.csv", "\uFEFFid,café\n"))).toEqual([["", 1, ["id", "café"]]]);
    expect(await read(fileOf("windows.csv", Buffer.from("id,café\nx,plain\n", "latin1")))).toEqual([
      ["", 1, ["id", "café"]],
      ["", 2, ["x", "plain"]],
    ]);
  });

  test("that is mixed keeps every letter, and names the lines that are not UTF-8", async () => {
    const file = sourceFile(
      fileOf(
        "mixed.csv",
        Buffer.concat([
          Buffer.from("id,Zoë’s\n1,Café "),
          Buffer.from([0x96]),
          Buffer.from(" Łódź\n2,"),
          Buffer.from([0x93, 0x4f, 0x92, 0x94, 0x80]),
          Buffer.from("\n3,naïve\n"),
        ]),
      ),
    );
    const lines: number[] = [];
    const cells: string[] = [];
    for await (const batch of rowsOf(file, "csv", (line) => lines.push(line)))
      cells.push(...batch.map((each) => each.cells[1] ?? ""));
    expect(cells).toEqual(["Zoë’s", "Café – Łódź", "“O’”€", "naïve"]);
    expect(lines).toEqual([2, 3]);
  });

  test("with a byte that is in neither alphabet is refused at its line", async () => {
    await expect(read(fileOf("byte.csv", Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x63, 0x2c, 0x81])))).rejects.toThrow(
      "byte.csv, line 2: this line contains a character that cannot be stored",
    );
  });

  test.each([
    ["with its mark", Buffer.from("\uFEFFid,name\n1,Ann\n", "utf16le")],
    ["without its mark", Buffer.from("id,name\n1,Ann\n", "utf16le")],
    ["the other way round", Buffer.from("id,name\n1,Ann\n", "utf16le").swap16()],
  ])("in UTF-16 %s is refused with how to save it", async (_, bytes) => {
    await expect(read(fileOf("utf16.csv", bytes))).rejects.toThrow(
      "utf16.csv: this is text in UTF-16. Save it again as “CSV UTF-8 (Comma delimited)” or as .xlsx.",
    );
  });

  test("leaves out rows of nothing but commas, and counts them", async () => {
    expect(await read(fileOf("blank.csv", "id,name,town\n,,,\n1,Ann,Oldham\n , ,\n"))).toEqual([
      ["", 1, ["id", "name", "town"]],
      ["", 3, ["1", "Ann", "Oldham"]],
    ]);
  });

  test("gzipped to almost nothing is refused before it fills the memory", async () => {
    const grown = (text: string) => fileOf("bomb.csv.gz", gzipSync(Buffer.alloc(30_000_000, text)));
    await expect(read(grown("\n\n"))).rejects.toThrow("bomb.csv.gz: this archive is refused: it grows too much");
    await expect(read(grown("a,"))).rejects.toThrow("bomb.csv.gz, line 1: this line has no end");
  });

  test("gzipped and cut short is refused", async () => {
    const whole = gzipSync("postcode,lat\n".repeat(50_000));
    await expect(read(fileOf("cut.csv.gz", whole.subarray(0, whole.length - 20)))).rejects.toThrow(
      "cut.csv.gz: this file is incomplete",
    );
  });
});

describe("an OpenDocument spreadsheet", () => {
  test("an OpenDocument spreadsheet is read with repeated cells, dates, numbers and spaces, without comments, and with empty lines counted", async () => {
    const date =
      '<table:table-cell office:value-type="date" office:date-value="2020-10-01"><text:p>01/10/2020</text:p></table:table-cell>';
    const number =
      '<table:table-cell office:value-type="float" office:value="12"><text:p>12.00</text:p></table:table-cell>';
    const commented =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell>';
    const file = ods(
      row(
        cell("x", 'table:number-columns-repeated="2"') + '<table:table-cell table:number-columns-repeated="3"/>' + date,
      ) +
        row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="4"') +
        row(number + commented),
    );
    expect(await read(file)).toEqual([
      ["S", 1, ["x", "x", "", "", "", "2020-10-01"]],
      ["S", 6, ["12", "a  b"]],
    ]);
  });

  test.each([
    [
      "a cell in a far column",
      row('<table:table-cell table:number-columns-repeated="16000"/>' + cell("far")),
      "a cell is filled beyond column 1024",
    ],
    [
      "a cell repeated to the far end",
      row(cell("x", 'table:number-columns-repeated="999999999"')),
      "a cell is filled beyond column 1024",
    ],
    [
      "a line repeated a million times",
      row(cell("x"), 'table:number-rows-repeated="1000000"'),
      "a filled line is repeated 1000000 times",
    ],
    ["a cell of a megabyte", row(cell("x".repeat(1_000_000))), "a cell holds more than 32767 characters"],
    ["markup that does not close", row("<text:p>"), "sheet S, line 1: this spreadsheet is damaged"],
    ["tags in tags in tags", "<x>".repeat(200), "its tags are more than 100 deep"],
    ["a comment without end", `<!--${"x".repeat(4_500_000)}`, "a piece of it has no end"],
    [
      "a line beyond all lines",
      row("<table:table-cell/>", 'table:number-rows-repeated="99999999999"') + row(cell("x")),
      "a line is filled beyond line 2000000",
    ],
  ])("with %s is refused", async (_, rows, why) => {
    await expect(read(ods(rows))).rejects.toThrow(why);
  });

  test("that declares entities is refused before any is read", async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/passwd">]><x>&a;&f;</x>`;
    await expect(read(zipOf("xxe.ods", { "content.xml": laughs }))).rejects.toThrow(
      "xxe.ods: this spreadsheet is refused: it declares a document type.",
    );
  });
});

describe("an Excel workbook", () => {
  const workbook = (sheetXml: string, shared = "") =>
    zipOf("book.xlsx", {
      "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      "xl/worksheets/sheet1.xml": sheetXml,
      ...(shared && { "xl/sharedStrings.xml": shared }),
    });

  test("an Excel workbook is read with shared, inline and typed cells where they say they are, whatever its dimension claims", async () => {
    const file = workbook(
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>in</t></is></c><c r="D3"><v>44105</v></c><c r="E3" t="b"><v>1</v></c></row></sheetData></worksheet>',
      "<sst><si><t>no</t></si><si><r><t>ye</t></r><r><t>s</t></r></si></sst>",
    );
    expect(await read(file)).toEqual([["S", 3, ["yes", "", "in", "44105", "TRUE"]]]);
  });

  test("with a filled far cell, or a text that is not there, is refused", async () => {
    await expect(
      read(workbook('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>')),
    ).rejects.toThrow("a cell is filled beyond column 1024");
    await expect(
      read(workbook('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>')),
    ).rejects.toThrow("a cell refers to text that is missing");
    await expect(
      read(workbook('<worksheet><sheetData><row r="9e99"><c r="A1"><v>7</v></c></row></sheetData></worksheet>')),
    ).rejects.toThrow("book.xlsx, sheet S: a line is numbered “9e99”.");
  });
});

describe("a hostile archive is refused by its list of contents", () => {
  test("when a part would grow a thousandfold", async () => {
    await expect(read(zipOf("bomb.ods", { "content.xml": Buffer.alloc(20_000_000, 32) }))).rejects.toThrow(
      /bomb\.ods: this archive is refused: content\.xml would grow \d+ times when unpacked\./,
    );
  });

  test("when it holds thousands of parts", async () => {
    await expect(
      read(zipOf("many.ods", Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}.csv`, ""])))),
    ).rejects.toThrow("it holds 2001 parts, more than 2000");
  });

  test("when a part is larger than the list says", async () => {
    const body = deflateRawSync(Buffer.from(sheet(row(cell("x".repeat(500))))));
    const file = zipOf("lies.ods", { "content.xml": sheet(row(cell("x".repeat(500)))) });
    const bytes = (await import("node:fs")).readFileSync(file);
    const directory = bytes.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    bytes.writeUInt32LE(10, directory + 24);
    expect(body.length).toBeGreaterThan(10);
    await expect(read(fileOf("lies.ods", bytes))).rejects.toThrow("lies.ods: this spreadsheet is damaged");
  });
});
