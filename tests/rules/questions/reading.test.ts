import fc from "fast-check";
import { readFigure, readYesNo, unreadableAnswer } from "@/lib/questions/read";
import { careHome, said } from "./rosewood";

test.each([
  ["12", 12],
  [" 12 ", 12],
  ["1,204", 1204],
  ["4 000", 4000],
  ["12 345\u00a0678", 12345678],
  ["012", 12],
  ["0", 0],
  ["", null],
  ["   ", null],
  [undefined, null],
])("a whole number typed as %p is read as %p", (typed, figure) => {
  expect(readFigure(typed, "whole")).toBe(figure);
});

test.each([
  "1e3",
  "１２",
  "12.0",
  "-0",
  "-1",
  "+1",
  "0x10",
  "12 04",
  "1,204 000",
  "12,04",
  ",204",
  "1,2,3",
  "twelve",
  "NaN",
  "∞",
  "½",
])("%p is refused as a whole number rather than guessed at", (typed) =>
  expect(readFigure(typed, "whole")).toBe(unreadableAnswer),
);

test.each([
  ["37.5", 37.5],
  ["9,483.25", 9483.25],
  ["160", 160],
])("hours typed as %p are read as %p", (typed, figure) => {
  expect(readFigure(typed, "decimal")).toBe(figure);
});

test.each([
  ["nurses_employed", "−3", "Registered nurses employed cannot be less than 0"],
  ["nurses_employed", "-3", "Registered nurses employed cannot be less than 0"],
  ["hours_paid", "- 2.5", "Hours paid cannot be less than 0"],
  ["beds.GEN_RES.occupied", "-1", "Occupied general residential beds cannot be less than 0"],
  ["nurses_employed", "3-4", "Registered nurses employed must be a whole number, like 12"],
])("%s typed as %p gets a message saying what is wrong", (key, typed, sentence) => {
  expect(said(careHome({ [key]: typed }))).toContainEqual([key, sentence]);
});

test.each(["37.555", "37.", ".5", "37,5", "1e3", "-2.5", "37.5h"])("%p is refused as hours", (typed) => {
  expect(readFigure(typed, "decimal")).toBe(unreadableAnswer);
});

test("yes and no are read however a workbook spells them, and nothing else is", () => {
  expect(["Yes", "NO ", "", "y", "true", "1"].map(readYesNo)).toEqual([
    true,
    false,
    null,
    unreadableAnswer,
    unreadableAnswer,
    unreadableAnswer,
  ]);
});

test("whatever text is typed, a figure is a number that is not below nought, blank or refused, and only blank is null", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const figure = readFigure(typed, "decimal");
      expect(figure === null).toBe(typed.trim() === "");
      if (typeof figure === "number") expect(Object.is(figure, -0) || figure < 0 || Number.isNaN(figure)).toBe(false);
    }),
  );
});

test("a figure larger than anyone could mean is refused, however long it is", () => {
  expect(said(careHome({ agency_nurses: "9".repeat(400), hours_agency: "10,000,000" }))).toEqual([
    ["agency_nurses", "Agency nurses must be 999,999 or fewer"],
    ["hours_agency", "Agency hours must be 9,999,999 or fewer"],
  ]);
});
