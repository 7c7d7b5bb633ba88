import fc from "fast-check";
import { read, utils, type CellObject } from "xlsx";
import { workbook } from "@/lib/sheets/write-xlsx";

const dangerous = [
  "=1+1",
  "  =1+1",
  '=HYPERLINK("https://evil.example")',
  "@SUM(A1)",
  "+44 20",
  "-1+1",
  "\t=1",
  "0123",
  "1e5",
];

/** The cells of the one sheet that a workbook was written with, as another program finds them. */
function cellsOf(rows: string[][]): (CellObject | undefined)[][] {
  const book = read(workbook([{ name: "One", headings: ["A", "B"], rows }]), { cellFormula: true, cellText: false });
  const sheet = book.Sheets.One ?? {};
  return rows.map((row, r) => row.map((_, c) => sheet[utils.encode_cell({ r: r + 1, c })] as CellObject | undefined));
}

test("text that would be a formula or a number stays the text that it is", () => {
  const found = cellsOf(dangerous.map((text) => [text, ""])).map(([cell]) => [cell?.t, cell?.v, cell?.f]);
  expect(found).toEqual(dangerous.map((text) => ["s", text, undefined]));
});

test("whatever text is written to a workbook is read back to the letter, and none of it is a formula", () => {
  const text = fc.oneof(
    fc.constantFrom(...dangerous),
    fc.string({ unit: fc.constantFrom(...Array.from("aZ0 =+-@'\"<>&é–界")) }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), (rows) => {
      const found = cellsOf(rows.map((row) => [...row]));
      expect(found.flat().map((cell) => cell?.v ?? "")).toEqual(rows.flat());
      expect(found.flat().every((cell) => cell === undefined || (cell.t === "s" && cell.f === undefined))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
