import { funnelLimits, wilson, z95, z998 } from "@/lib/reports/intervals";

/** Newcombe RG (1998), Two-sided confidence intervals for the single proportion, table I: method 3, Wilson's score. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("Wilson's interval of %d of %d is %d to %d, as published", (above, below, lower, upper) => {
  const [low, high] = wilson(above, below) ?? [NaN, NaN];
  expect(low).toBeCloseTo(lower, 4);
  expect(high).toBeCloseTo(upper, 4);
});

/** The bounds are where the share lies just z standard errors of the bound itself away: what Wilson's method solves. */
test("each bound of Wilson's interval solves the equation that it comes from", () => {
  for (const [above, below] of [
    [3, 7],
    [412, 560],
    [99, 100],
  ] as const)
    for (const bound of wilson(above, below) ?? [])
      expect(Math.abs(above / below - bound)).toBeCloseTo(z95 * Math.sqrt((bound * (1 - bound)) / below), 10);
});

test("there is no interval without a denominator, or for more than the whole", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(5, 4)).toBeNull();
});

test("a funnel narrows with the root of the size, stays within nought and one, and is wider at 99.8%", () => {
  const [low, high] = funnelLimits(0.86, 400, z95);
  expect([low, high].map((limit) => limit.toFixed(4))).toEqual(["0.8260", "0.8940"]);
  const [wideLow, wideHigh] = funnelLimits(0.86, 100, z95);
  expect(wideHigh - wideLow).toBeCloseTo(2 * (high - low), 10);
  expect(funnelLimits(0.86, 400, z998).map((limit) => limit.toFixed(4))).toEqual(["0.8064", "0.9136"]);
  expect(funnelLimits(0.99, 3, z998)[1]).toBe(1);
});
