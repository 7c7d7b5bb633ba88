import { collectionKeys } from "@/lib/questions/collections";
import { startingBedTypes } from "@/lib/questions/bed-types";
import type { BedType } from "@/lib/questions/beds";
import { questionsAsked } from "@/lib/questions/asked";
import { sectionsOf } from "@/lib/workbook/columns";
import { versionOf } from "@/lib/workbook/mark";

const seasons = [
  { key: "flu", from: "2026-11", until: "2027-03" },
  { key: "covid", from: "2026-11", until: "2027-03" },
] as const;
const beds = (key: string): readonly BedType[] =>
  (startingBedTypes as Partial<Record<string, readonly BedType[]>>)[key] ?? [];
const sections = collectionKeys.flatMap((key) => sectionsOf(key, "2026-11", [...seasons], beds(key), versionOf));

test("every question that is asked has its column, and no two columns of a sheet have the same heading", () => {
  for (const collection of collectionKeys) {
    const own = sections.find(({ key }) => key === collection);
    const keys = own?.columns.flatMap(({ role, key }) => (role === "answer" && key !== "beds.open" ? [key] : []));
    expect(keys).toEqual(questionsAsked(collection, "2026-11", [...seasons]).map(({ key }) => key));
  }
  for (const { columns } of sections) {
    const headings = columns.map(({ heading }) => heading.toLowerCase());
    expect(new Set(headings).size).toBe(headings.length);
  }
});

test("every sheet has its own name, valid in a spreadsheet, and a note on every heading", () => {
  const names = sections.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\']/.test(name))).toBe(true);
  expect(sections.flatMap(({ columns }) => columns.filter(({ note }) => !note))).toEqual([]);
});

test("what a cell shows means the same as what was typed", () => {
  const typed = { count: ["0", "12"], hours: ["0", "37.5", "4120.25"], yesNo: ["yes", "no"] };
  for (const { columns } of sections)
    for (const { meaning, show, look, allows } of columns.filter(({ role }) => role === "answer")) {
      const texts = look === "figure" ? typed.hours : allows && "list" in allows ? typed.yesNo : ["Roof"];
      for (const text of ["", ...texts]) {
        if (allows && "list" in allows && allows.list[0] !== "Yes") continue;
        if (look === "figure" && allows && "whole" in allows && allows.whole && text.includes(".")) continue;
        expect(meaning?.(String(show?.(text) ?? ""))).toBe(text);
      }
    }
});

test("a figure with spaces and thousands separators, or yes in other capitals, is not a change", () => {
  const home = sections.find(({ key }) => key === "care_home");
  const column = (key: string) => home?.columns.find((each) => each.key === key);
  expect(column("hours_paid")?.meaning?.(" 4,120.50 ")).toBe("4120.5");
  expect(column("visitors_accommodated")?.meaning?.("YES ")).toBe("yes");
});
