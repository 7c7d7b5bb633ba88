import fc from "fast-check";
import { acceptedIn } from "@/lib/questions/accepted";
import { bedField, bedFigures } from "@/lib/questions/beds";
import { usualSeasons } from "@/lib/questions/seasons";
import { checkFiling } from "@/lib/returns/check-filing";
import { findSheets } from "@/lib/workbook/find-sheets";
import { judge } from "@/lib/workbook/judge";
import { sentReturns } from "@/lib/workbook/sent-returns";
import type { Subject } from "@/lib/workbook/subjects";
import { hawthorn, inNovember, randomReturn, ticked } from "@/tests/support/random-returns";
import { rowOf, sheetsOf } from "@/tests/support/row-of-workbook";

const month = "2026-11";
const home = { id: 7, registerId: "1-007", name: "Hawthorn House" };
const subject = { ...home, ...hawthorn.location, collections: ["care_home", "home_care"] } as Subject;
const sheets = {
  care_home: sheetsOf("care_home", month, usualSeasons(month)),
  home_care: sheetsOf("home_care", month, usualSeasons(month)),
};
type Typed = Record<string, string>;

/** The same return as a workbook holds it, cell by cell as it was typed, read as every workbook is. */
function readFrom(collection: "care_home" | "home_care", typed: Typed) {
  const sent = sheets[collection].map((section) => {
    const beds = section.beds ? ["GEN_RES"] : [""];
    const rows = beds.map((bed, at) => {
      const row = rowOf(section, home, month, typed, { nurses_employed: "77", service_users: "77" }, bed);
      const cells = section.columns.map((column) =>
        column.role === "answer" ? row.text(column) : String(row.own[column.role] ?? ""),
      );
      return { line: at + 2, cells };
    });
    return { name: section.name, rows: [{ line: 1, cells: section.columns.map(({ heading }) => heading) }, ...rows] };
  });
  const found = findSheets(sent, sheets[collection], month);
  if ("refused" in found) throw new Error(found.refused);
  const { returns, strays } = sentReturns(found, [subject], month);
  expect(strays).toEqual([]);
  const [only] = returns;
  const judged = only && judge({ ...only, changed: true }, hawthorn, inNovember);
  if (!judged) throw new Error("Nothing was judged");
  return judged;
}

const sentence = ({ message, field = "", warning = false, tick = "" }: Sentence) => [message, field, warning, tick];
type Sentence = { message: string; field?: string; warning?: boolean; tick?: string };

/** A cell that holds nothing but spaces is blank, as it is in a form. */
const asOnTheSheet = (collection: string, typed: Typed): Typed => {
  const beds = [...bedFigures, "open" as const].map((figure) => bedField("GEN_RES", figure));
  const asked = new Set(
    sheets[collection as "care_home"].flatMap(({ columns }) =>
      columns.flatMap(({ role, key }) => (role === "answer" ? [key] : [])),
    ),
  );
  return Object.fromEntries(Object.entries(typed).filter(([key]) => asked.has(key) || beds.includes(key)));
};

test("the workbook and the command give the same verdict and sentences on 2,500 random returns, and keep the same", () => {
  let accepted = 0;
  fc.assert(
    fc.property(randomReturn, ([collection, given, seed]) => {
      const answers = asOnTheSheet(collection, given);
      const filing = { locationId: 7, collection, idempotencyKey: "form-1", source: "form" as const };
      const judged = readFrom(collection, answers);
      const direct = checkFiling(hawthorn, { ...filing, typed: answers }, inNovember);
      const said = JSON.stringify(judged.problems.map(sentence));
      const wanted = JSON.stringify(direct.ok ? [] : direct.problems.map(sentence));
      if (said !== wanted) expect(judged.problems.map(sentence)).toEqual(JSON.parse(wanted));
      expect(judged.verdict).toBe(direct.ok || direct.problems.every(({ warning }) => warning) ? "new" : "problems");
      if (seed % 2 !== 0) return;
      const typed = ticked(collection, answers);
      const byForm = checkFiling(hawthorn, { ...filing, typed }, inNovember);
      const byWorkbook = checkFiling(hawthorn, { ...filing, ...judged.said, accepted: acceptedIn(typed) }, inNovember);
      if (JSON.stringify(byWorkbook) !== JSON.stringify(byForm)) expect(byWorkbook).toEqual(byForm);
      if (byForm.ok) accepted++;
    }),
    { numRuns: 2_500 },
  );
  expect(accepted).toBeGreaterThan(250);
}, 120_000);
