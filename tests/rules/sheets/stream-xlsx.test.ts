import { read, utils } from "xlsx";
import { streamXlsx, type StreamedSheet } from "@/lib/sheets/stream-xlsx";

async function opened(sheets: readonly StreamedSheet[]) {
  const chunks: Uint8Array[] = [];
  await streamXlsx(sheets, (chunk) => chunks.push(chunk));
  return { chunks, book: read(Buffer.concat(chunks), { type: "buffer", cellNF: true, cellFormula: true }) };
}

async function* inParts() {
  yield await Promise.resolve([["Rosewood & Sons <Oldham>", 40, { share: 0.86049 }]]);
  yield await Promise.resolve([["=1+1", null, undefined]]);
}

const headings = ["Location", "Beds", "Occupied"];

test("a workbook written row by row opens with the same text, figures and percentages", async () => {
  const { book } = await opened([
    { name: "Beds: by location", headings, rows: inParts(), widths: [30, 10, 10] },
    { name: "About", headings: ["What", "Meaning"], rows: [["As of", "10 November 2026"]] },
  ]);
  expect(book.SheetNames).toEqual(["Beds  by location", "About"]);
  const sheet = book.Sheets["Beds  by location"];
  if (!sheet) throw new Error("No sheet");
  expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([
    headings,
    ["Rosewood & Sons <Oldham>", 40, 0.86],
    ["=1+1"],
  ]);
  expect(sheet.C2).toMatchObject({ t: "n", w: "86.0%" });
});

test("text that looks like a formula stays text", async () => {
  const { book } = await opened([{ name: "One", headings: ["Name"], rows: [["=HYPERLINK(1)"], ["+44"], ["@x"]] }]);
  for (const at of ["A2", "A3", "A4"]) expect(book.Sheets.One?.[at]).toMatchObject({ t: "s" });
  expect(book.Sheets.One?.A2).not.toHaveProperty("f");
});

test("the first bytes leave before the last row is read", async () => {
  const chunks: Uint8Array[] = [];
  let seen = 0;
  async function* rows() {
    for (let n = 0; n < 60; n++)
      yield await Promise.resolve(Array.from({ length: 500 }, (_, m) => [`${n} ${m} ${Math.sin(n * 500 + m)}`]));
    seen = chunks.length;
  }
  await streamXlsx([{ name: "Long", headings: ["A"], rows: rows() }], (chunk) => chunks.push(chunk));
  expect(seen).toBeGreaterThan(10);
});
