import { measures } from "@/lib/reports/metrics";
import { readingFrom } from "@/lib/reports/measured";
import { type Measurement, readingAsCell, readingInWords, reportedInWords, stateMeanings } from "@/lib/reports/reading";
import { setOf } from "@/lib/questions/sets";

const zero: Measurement = { state: "known", value: 0, numerator: 0, denominator: 4, locations: 2 };
const others = Object.keys(stateMeanings).map((state) => ({ state }) as Measurement);

test("zero, nil, not asked, not reported, suppressed and not applicable never look alike", () => {
  for (const unit of ["percent", "count", "hours"] as const)
    for (const shown of [readingInWords, readingAsCell]) {
      const all = [zero, ...others].map((reading) => shown(reading, unit));
      expect(new Set(all).size).toBe(6);
      expect(all).not.toContain("");
    }
});

test("a file's cell is a number if the figure is known, percentages have one decimal, and brackets if it is not", () => {
  expect(readingAsCell({ ...zero, value: 0.86049 }, "percent")).toBe(86);
  expect(readingAsCell({ ...zero, value: 0.8606 }, "percent")).toBe(86.1);
  expect(readingAsCell(zero, "percent")).toBe(0);
  expect(readingAsCell({ state: "suppressed" }, "count")).toBe("[suppressed]");
  expect(readingInWords({ ...zero, value: 1204 }, "count")).toBe("1,204");
});

test("a figure of all that need to file says how many it found so, and any other how many reported", () => {
  const responded: Measurement = { state: "known", value: 21 / 51, numerator: 21, denominator: 51, locations: 51 };
  expect(reportedInWords({ ofAllDue: true }, responded, 51)).toBe("21 of 51 locations.");
  expect(reportedInWords({}, { ...responded, numerator: 498, denominator: 596, locations: 21 }, 51)).toBe(
    "21 of 51 locations reported.",
  );
  expect(reportedInWords({}, { state: "not_reported" }, 51)).toBe("0 of 51 locations reported.");
});

test("nothing to divide by does not mean nought per cent", () => {
  const share = { denominator: { words: "", of: undefined as never } };
  const some = { due: 2, filed: 2, nil: 0 };
  expect(readingFrom(share, true, some, { numerator: 0, denominator: 0, locations: 2 })).toEqual({
    state: "not_applicable",
  });
  expect(readingFrom(share, true, some, { numerator: 0, denominator: 9, locations: 2 })).toMatchObject({ value: 0 });
});

test("every measure has a key of its own, and is made of questions that its collection has", () => {
  expect(new Set(measures.map(({ key }) => key)).size).toBe(measures.length);
  for (const { key, collection, asks = [], season } of measures)
    for (const ask of asks) {
      const question = setOf(collection).questions.find((one) => one.key === ask);
      expect([key, ask, question?.season]).toEqual([key, ask, season]);
    }
});
