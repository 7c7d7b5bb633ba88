import { changeSince, figureGroups, trendInWords } from "@/lib/reports/dashboard";
import type { Measurement } from "@/lib/reports/reading";

const of = (value: number): Measurement => ({ state: "known", value, numerator: 0, denominator: 0, locations: 1 });

test("a change in a share is given in points, from the figures as shown", () => {
  expect(changeSince(of(0.86), of(0.848), "2026-10", "percent")).toEqual({
    direction: "up",
    words: "1.2 points up on October 2026",
  });
  expect(changeSince(of(0.86049), of(0.86), "2026-10", "percent")?.words).toBe("No change on October 2026");
});

test("a change in a count is given as more or fewer, and only if both figures are known", () => {
  expect(changeSince(of(1204), of(1210), "2025-11", "count")?.words).toBe("6 fewer than in November 2025");
  expect(changeSince(of(3), { state: "nil" }, "2025-11", "count")).toBeNull();
  expect(changeSince({ state: "suppressed" }, of(3), "2025-11", "count")).toBeNull();
});

test("a trend is described by its ends and its extremes, leaving out months without a figure", () => {
  const words = trendInWords(
    ["2026-08", "2026-09", "2026-10", "2026-11"],
    [of(0.8), { state: "not_reported" }, of(0.7), of(0.9)],
    "percent",
  );
  expect(words).toBe(
    "From 80.0% in August 2026 to 90.0% in November 2026; lowest 70.0% in October 2026, highest 90.0% in November 2026.",
  );
  expect(trendInWords(["2026-08"], [of(1)], "count")).toBe("There are too few months for a trend.");
});

test("a dashboard shows the measures of its return, and continuity with both", () => {
  expect(figureGroups("care_home").map(({ key }) => key)).toEqual([
    ...["response", "beds", "staffing", "vaccination", "visiting", "continuity"],
  ]);
  expect(figureGroups("home_care").map(({ key }) => key)).toEqual([
    ...["response", "home_care", "staffing", "vaccination", "continuity"],
  ]);
});
