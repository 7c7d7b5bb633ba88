import { strFromU8, unzipSync } from "fflate";
import { disconnect } from "@/lib/db";
import { readUpload } from "@/lib/sheets/read-upload";
import { submitReturn } from "@/lib/returns/submit-return";
import { workbookTemplate } from "@/lib/workbook/template";
import { cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";

beforeEach(emptyDatabase);
afterAll(disconnect);

async function rowsIn(bytes: Uint8Array) {
  const read = await readUpload({ bytes, name: "template.xlsx" });
  if ("refused" in read) throw new Error(read.refused);
  return (sheet: string) => read.rows.filter((row) => row.sheet === sheet).map(({ cells }) => cells);
}

test("a workbook has the sheets that its person needs, a row for each location, and the last figures", async () => {
  const { users, at } = await cast();
  await submitReturn(users.ben, filingOf(at.rosewood), inWindow);
  const { name, bytes } = await workbookTemplate(users.ben, inWindow);
  expect(name).toBe("capacity-tracker-2026-11.xlsx");
  const parts = unzipSync(bytes);
  const book = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  expect([...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, sheet]) => sheet)).toEqual([
    ...["Instructions", "Care home", "Care home beds", "Home care", "Business continuity", "Lists"],
  ]);
  const rows = await rowsIn(bytes);
  const [headings = [], ...homes] = rows("Care home");
  expect(homes.map((cells) => cells.slice(0, 4))).toEqual([
    [String(at.hawthorn), expect.stringContaining("Hawthorn House"), "Hawthorn House", "No figures yet"],
    [String(at.rosewood), expect.stringContaining("Rosewood"), "Rosewood", "November 2026"],
  ]);
  const of = (heading: string) => homes[1]?.[headings.indexOf(heading)];
  expect([of("Registered nurses employed"), of("Hours paid"), of("Home open to admissions")]).toEqual([
    ...["4", "4120.5", "Yes"],
  ]);
  const beds = rows("Care home beds");
  expect(beds).toHaveLength(1 + 2 * 11);
  expect(beds[1]?.slice(2, 9)).toEqual(["Rosewood", "General residential", "20", "16", "1", "2", "Yes"]);
  expect(rows("Home care")).toHaveLength(2);
});

test("a workbook has drop-downs, cell rules, notes, frozen headings and filters", async () => {
  const { users } = await cast();
  const parts = unzipSync((await workbookTemplate(users.amina, inWindow)).bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const sheet = part("xl/worksheets/sheet2.xml");
  expect(sheet).toContain('<pane xSplit="3" ySplit="1" topLeftCell="D2"');
  expect(sheet).toContain('<autoFilter ref="A1:');
  expect(sheet).toMatch(/<dataValidation type="list"[^>]*><formula1>Lists!\$A\$1:\$A\$2</);
  expect(sheet).toMatch(/<dataValidation type="whole" operator="between"/);
  expect(part("xl/comments2.xml")).toContain("Include nurses who are off sick or on leave.");
  expect(part("xl/drawings/vmlDrawing2.vml").match(/<v:shape /g)?.length).toBe(
    part("xl/comments2.xml").match(/<comment /g)?.length,
  );
});

test("the same person at the same moment gets the same bytes", async () => {
  const { users } = await cast();
  const [one, other] = [await workbookTemplate(users.ben, inWindow), await workbookTemplate(users.ben, inWindow)];
  expect(one.bytes.equals(other.bytes)).toBe(true);
});

test("someone who files for no location gets no workbook", async () => {
  const { users } = await cast();
  for (const user of [users.olive, users.sam, users.sita, users.agnes, users.petra])
    await expect(workbookTemplate(user, inWindow)).rejects.toThrow("Not allowed");
});
