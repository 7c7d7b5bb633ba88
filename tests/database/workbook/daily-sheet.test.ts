import { db, disconnect } from "@/lib/db";
import { readSent } from "@/lib/sheets/sent/read-sent";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { switchCollection } from "@/lib/windows/support/switch-collection";
import { acceptWorkbook } from "@/lib/workbook/accept-workbook";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { workbookTemplate } from "@/lib/workbook/template";
import { cast, inWindow } from "@/tests/support/cast";
import { changed, sentBounds } from "@/tests/support/changed-workbook";
import { emptyDatabase } from "@/tests/support/database";
import { sendWorkbook } from "@/tests/support/workbooks";

beforeEach(emptyDatabase);
afterAll(async () => {
  await endReadingWorkbooks();
  await disconnect();
});

const sheet = "Home care daily";

async function sheetsIn(bytes: Uint8Array) {
  const read = await readSent({ bytes, name: "template.xlsx", bounds: sentBounds });
  return "refused" in read ? [] : read.sheets;
}

test("the daily home care sheet is in the workbook only while support has switched it on, and is filed from it", async () => {
  const { users, at } = await cast();
  const before = await sheetsIn((await workbookTemplate(users.dan, inWindow)).bytes);
  expect(before.map(({ name }) => name)).not.toContain(sheet);
  const on = { collection: "home_care_daily", types: ["home_care"], reason: "A new wave" };
  expect(await switchCollection(users.sam, on, inWindow)).toMatchObject({ ok: true });
  const { bytes } = await workbookTemplate(users.dan, inWindow);
  const headings = (await sheetsIn(bytes)).find(({ name }) => name === sheet)?.rows[0]?.cells;
  expect(headings).toEqual([
    ...["Id", "CqcId", "Name", "Figures from", "Action", "People using the service", "People with confirmed COVID-19"],
    ...["People with suspected COVID-19", "Care staff employed", "Care staff absent, COVID-19"],
    ...["Stock of protective equipment", "Can provide extra hours", "Extra hours each week", "Notes on COVID-19"],
    expect.stringMatching(/^Do not change \(2026-11 /),
  ]);
  const row = ["Larch Home Care"];
  const say = (heading: string, to: string | number) => ({ sheet, row, heading, to });
  const id = await sendWorkbook(
    users.dan,
    await changed(bytes, [
      say("People using the service", 40),
      say("People with confirmed COVID-19", 1),
      say("People with suspected COVID-19", 2),
      say("Care staff employed", 18),
      say("Care staff absent, COVID-19", 0),
      say("Stock of protective equipment", "More than a week"),
      say("Can provide extra hours", "No"),
    ]),
    inWindow,
  );
  const { review } = await db.workbook.findUniqueOrThrow({ where: { id } });
  expect(review).toMatchObject({ counts: { problems: 0, new: 1 } });
  expect(await acceptWorkbook(users.dan, id, {}, inWindow)).toMatchObject({ ok: true });
  await runWorkbook(id, inWindow);
  expect(await db.return.findFirst({ where: { locationId: at.larch } })).toMatchObject({
    ...{ collection: "home_care_daily", source: "workbook", submittedById: users.dan.id },
  });
});
