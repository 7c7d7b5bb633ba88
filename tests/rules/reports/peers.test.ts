import type { AreaFacts } from "@/lib/reports/beside/area-facts";
import { peersOf, usualFacts } from "@/lib/reports/beside/peers";

const facts = (changes: Partial<AreaFacts> = {}): AreaFacts => ({
  ...{ homes: 40, beds: 1200, size: 30, nursing: 0.25, older: 0.6, homeCare: 20 },
  ...changes,
});

const all = new Map([
  [1, facts()],
  [2, facts({ homes: 80 })],
  [3, facts({ homes: 20 })],
  [4, facts({ nursing: 0.5 })],
  [5, facts({ homeCare: 200 })],
]);

const peers = (by: Parameters<typeof peersOf>[2], most = 10) => peersOf(1, all, by, most).map(({ id }) => id);

test("the nearest area comes first, and an area is no peer of its own", () => {
  expect(peers(usualFacts)[0]).toBe(5);
  expect(peers(usualFacts)).not.toContain(1);
  expect(peers(usualFacts, 2)).toHaveLength(2);
});

test("only the facts that are asked for count", () => {
  expect(peers(["homeCare"]).at(-1)).toBe(5);
  expect(peers(["nursing"]).at(-1)).toBe(4);
  expect(
    peersOf(1, all, ["homeCare"], 10)
      .slice(0, 3)
      .map(({ distance }) => distance),
  ).toEqual([0, 0, 0]);
});

test("twice as many is as far away as half as many", () => {
  const far = new Map(
    peersOf(1, new Map([...all].slice(0, 3)), ["homes"], 10).map(({ id, distance }) => [id, distance]),
  );
  expect(far.get(2)).toBeCloseTo(far.get(3) ?? NaN, 1);
});

test("an area of which nothing is known has no peers", () => {
  expect(peersOf(99, all, usualFacts, 10)).toEqual([]);
});
