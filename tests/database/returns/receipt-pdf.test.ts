import { receiptDocument } from "@/app/api/receipts/[reference]/pdf/receipt-document";
import { receipt, type ReceiptInFull } from "@/lib/returns/queries";
import { receiptFigures, receiptLines } from "@/lib/returns/receipt-words";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { readPdf, type PdfElement } from "@/tests/support/read-pdf";
import { filingOf } from "@/tests/support/returns";

let world: Cast;
let found: ReceiptInFull;
beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
  const filed = await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow);
  if (!filed.ok) throw new Error(filed.problems.map(({ message }) => message).join("; "));
  const seen = await receipt(world.users.amina, filed.value.reference);
  if (!seen) throw new Error("There is no receipt");
  const reason = "The new wing opens in stages, and CQC has been told of each of them as it opened. ".repeat(3).trim();
  const accepted = Array.from({ length: 14 }, (_, nth) => ({ code: `c${nth}`, message: `Question ${nth}`, reason }));
  found = { ...seen, location: "Tŷ Gwyn Łódź – “Rosewood”", accepted };
});

const drawn = async () =>
  readPdf(await receiptDocument({ receipt: found, service: "Capacity Tracker", origin: "https://tracker.example" }));

const tidy = (text: string) => text.replace(/\s+/g, "");
/** A table as its rows, each the words of its two cells without the breaks of lines. */
const rowsOf = ({ holds }: PdfElement) => holds.map(({ holds }) => holds.map(({ words }) => tidy(words)));

test("a receipt as PDF says its language and title, and that it is tagged", async () => {
  const { catalog, metadata } = await drawn();
  expect(catalog).toMatch(/\/Lang \(en-GB\)/);
  expect(catalog).toMatch(/\/MarkInfo \d+ 0 R/);
  expect(catalog).toMatch(/\/Marked true/);
  expect(catalog).toMatch(/\/DisplayDocTitle true/);
  expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(metadata).toContain(`Receipt ${found.reference}`);
});

test("a receipt as PDF is read whole and in order: each figure after what it is called, under its heading", async () => {
  const { read, pages, unread } = await drawn();
  expect(pages).toBeGreaterThan(1);
  expect(unread).toEqual([]);
  expect(read.map(({ kind }) => kind)).toEqual(["Document"]);
  const [service, title, proof, ...rest] = read[0]?.holds ?? [];
  const foot = rest.pop();
  expect([service, title].map((element) => [element?.kind, element?.words])).toEqual([
    ["P", "Capacity Tracker"],
    ["H1", `Receipt ${found.reference}`],
  ]);
  const lines = (some: readonly (readonly string[])[]) => some.map((line) => line.map(tidy));
  expect(proof && rowsOf(proof)).toEqual(lines(receiptLines(found)));
  const parts = receiptFigures(found);
  expect(rest.filter(({ kind }) => kind === "H2").map(({ words }) => words)).toEqual(parts.map(({ title }) => title));
  expect(rest.filter(({ kind }) => kind === "Table").map(rowsOf)).toEqual(parts.map((part) => lines(part.lines)));
  expect(rest.map(({ kind }) => kind)).toEqual(parts.flatMap(() => ["H2", "Table"]));
  for (const table of rest.filter(({ kind }) => kind === "Table"))
    for (const row of table.holds)
      expect([row.kind, ...row.holds.map(({ kind, scope }) => `${kind} ${scope}`)]).toEqual([
        "TR",
        "TH Row",
        "TD null",
      ]);
  expect(foot?.kind).toBe("P");
  expect(foot?.words).toContain("https://tracker.example/receipts/check");
});
