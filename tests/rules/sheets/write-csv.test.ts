import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { csvCell, csvFile } from "@/lib/sheets/write-csv";

test.each([
  ["=1+1", "'=1+1"],
  ["  =1+1", "'  =1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+44 20", "'+44 20"],
  ["-1+1", "'-1+1"],
  ["-12.5", "-12.5"],
  ["plain", "plain"],
])("%j is written as %j, so that no spreadsheet runs it", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

/** What a cell is read back as: its own text, with a mark before what a spreadsheet would run. */
const asKept = (text: string) =>
  /^[\s"']*[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;

test("whatever is written is read back, and nothing read back is a formula", () => {
  const texts = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(texts, (rows) => {
      const read: string[][] = parse(csvFile(rows), { bom: true, record_delimiter: "\r\n" });
      expect(read.flat().every((cell) => !/^[=+\-@\t\r]/.test(cell) || /^-?\d+(\.\d+)?$/.test(cell))).toBe(true);
      expect(read).toEqual(rows.map((row) => row.map(asKept)));
    }),
  );
});
