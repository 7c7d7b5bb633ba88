import { strFromU8, unzipSync } from "fflate";
import { disconnect } from "@/lib/db";
import { readSent } from "@/lib/sheets/sent/read-sent";
import { endMarkingWorkbooks } from "@/lib/sheets/patch/marked-in-thread";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { toDoSheet } from "@/lib/sheets/patch/marked-workbook";
import { correctedFile } from "@/lib/workbook/corrected-file";
import { workbookOf } from "@/lib/workbook/queries";
import { workbookTemplate } from "@/lib/workbook/template";
import { cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { changed, sentBounds } from "@/tests/support/changed-workbook";
import { sendWorkbook } from "@/tests/support/workbooks";

beforeEach(emptyDatabase);
afterAll(async () => {
  await endReadingWorkbooks();
  await endMarkingWorkbooks();
  await disconnect();
});

const row = ["Rosewood"];
const sheet = "Care home";

test("your own file comes back with the faulty cells coloured and noted, a list of what to do, and all else as it was", async () => {
  const { users } = await cast();
  const sent = await changed((await workbookTemplate(users.ben, inWindow)).bytes, [
    { sheet, row, heading: "Care workers employed", to: "lots" },
    { sheet, row, heading: "Registered nurses employed", to: 2.5 },
    { sheet: "Care home beds", row: ["Rosewood", "General nursing"], heading: "Occupied", to: 4 },
  ]);
  const id = await sendWorkbook(users.ben, sent, inWindow, { name: "My homes.xlsx" });
  const back = await correctedFile(users.ben, id, inWindow);
  expect(back?.name).toBe("My homes to put right.xlsx");
  const bytes = back?.bytes ?? new Uint8Array();
  const [before, after] = [unzipSync(sent), unzipSync(bytes)];
  const touched = Object.keys(after).filter(
    (name) => Buffer.compare(after[name] ?? Buffer.of(), before[name] ?? Buffer.of()) !== 0,
  );
  expect(touched.sort()).toEqual([
    ...["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/comments2.xml", "xl/comments3.xml"],
    ...["xl/drawings/vmlDrawing2.vml", "xl/drawings/vmlDrawing3.vml", "xl/styles.xml", "xl/workbook.xml"],
    ...["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheetCt1.xml"],
  ]);
  expect(Object.keys(before).filter((name) => !(name in after))).toEqual([]);
  const notes = strFromU8(after["xl/comments2.xml"] ?? new Uint8Array());
  expect(notes).toContain("Care workers employed must be a whole number, like 12");
  expect(notes).toContain("Include nurses who are off sick or on leave.");
  const read = await readSent({ bytes, name: "back.xlsx", bounds: sentBounds });
  const original = await readSent({ bytes: sent, name: "sent.xlsx", bounds: sentBounds });
  if ("refused" in read || "refused" in original) throw new Error("It cannot be read");
  expect(read.sheets.slice(0, -1)).toEqual(original.sheets);
  expect(read.sheets.at(-1)?.name).toBe(toDoSheet);
  expect(read.sheets.at(-1)?.rows.map(({ cells }) => cells)).toEqual(
    expect.arrayContaining([
      ["What to do", "Sheet", "Cell", "Location", "Help"],
      [
        "Care workers employed must be a whole number, like 12",
        sheet,
        expect.stringMatching(/^[A-Z]+\d+$/),
        "Rosewood",
        expect.stringContaining("For example, 12"),
      ],
    ]),
  );
  const again = await sendWorkbook(users.ben, bytes, inWindow, { name: "My homes.xlsx" });
  const reviews = [await workbookOf(users.ben, id, inWindow), await workbookOf(users.ben, again, inWindow)];
  expect(reviews[1]?.review).toEqual(reviews[0]?.review);
  const twice = await correctedFile(users.ben, again, inWindow);
  const sheets = await readSent({ bytes: twice?.bytes ?? bytes, name: "twice.xlsx", bounds: sentBounds });
  expect(
    "refused" in sheets ? [] : sheets.sheets.map(({ name }) => name).filter((name) => name === toDoSheet),
  ).toHaveLength(1);
});

test("no one else gets the file, and one without problems has nothing marked in it", async () => {
  const { users } = await cast();
  const id = await sendWorkbook(users.ben, (await workbookTemplate(users.ben, inWindow)).bytes, inWindow);
  expect(await correctedFile(users.ben, id, inWindow)).toBeNull();
  expect(await correctedFile(users.amina, id, inWindow)).toBeNull();
  await expect(correctedFile(users.sam, id, inWindow)).rejects.toThrow("Not allowed");
});
