import fc from "fast-check";
import { addressOf, criteriaIn, findHref, isSearch } from "@/lib/capacity/criteria";
import { freshnessOf, milesInWords } from "@/lib/capacity/freshness";

const paramsOf = (query: string) => {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) (params[name] ??= []).push(value);
  return params;
};

test("an address holds the whole search, and is the same when read and written again", () => {
  const word = fc.constantFrom(
    "1",
    "yes",
    "good",
    "near",
    "hoist",
    "older",
    "GEN_RES",
    "E08000004",
    "-3,53,-2,54",
    "OL1 1AA",
    "",
    "∞",
  );
  const names = [
    "near",
    "area",
    "box",
    "within",
    "service",
    "beds",
    "least",
    "open",
    "confirmed",
    "price",
    "rating",
    "nursing",
    "needs",
    "for",
    "room",
    "funding",
    "contract",
    "sort",
    "page",
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.oneof(word, fc.array(word))), (params) => {
      const criteria = criteriaIn(params);
      expect(criteriaIn(paramsOf(addressOf(criteria)))).toEqual(criteria);
    }),
  );
});

test("what is typed counts before an area or a part of the map that was chosen earlier", () => {
  const chosen = { area: "E08000004", box: "-3,53,-2,54" };
  expect(criteriaIn({ ...chosen, near: "OL1 1AA" })).toEqual(criteriaIn({ near: "OL1 1AA" }));
  expect(criteriaIn({ ...chosen, near: " " })).toMatchObject({ area: "E08000004", box: [-3, 53, -2, 54] });
});

test("what an address does not recognise is left out", () => {
  const criteria = criteriaIn({
    within: "7",
    rating: "splendid",
    box: "1,2,3",
    beds: ["'; drop"],
    page: "-4",
    confirmed: "2",
  });
  expect(criteria).toEqual(criteriaIn({}));
  expect(isSearch(criteria)).toBe(false);
  expect(findHref(criteria)).toBe("/find");
});

describe("what a statement is worth", () => {
  const now = new Date("2026-11-10T12:00:00Z");
  const said = (hours: number) => ({
    saidAt: new Date(now.getTime() - hours * 3_600_000),
    saidBy: "staff" as const,
    shelfDays: 4,
    ownShelf: true,
    doubts: 0,
  });
  test.each([
    [said(2), "fresh", "Confirmed 2 hours ago by its staff"],
    [said(72), "usual", "Confirmed 3 days ago by its staff: vacancies here usually change within 4 days"],
    [
      said(9 * 24),
      "old",
      "9 days old, confirmed by its staff: vacancies here usually change within 4 days, ring first",
    ],
    [{ ...said(9 * 24), saidBy: null }, "old", "9 days old: vacancies here usually change within 4 days, ring first"],
    [
      { ...said(2), doubts: 2 },
      "doubted",
      "Found taken by 2 organisations since it was confirmed 2 hours ago by its staff: ring first",
    ],
    [{ ...said(2), saidAt: null }, "never", "Has never confirmed what is free"],
  ])("%j is %s", (stated, state, words) => {
    expect(freshnessOf(stated, "care_home", now)).toEqual({ state, words });
  });
});

test("distances are given as people say them", () => {
  expect([0.02, 0.96, 1.04, 4.26, 9.96, 12.4, null].map(milesInWords)).toEqual([
    "0.1 miles",
    "1 mile",
    "1 mile",
    "4.3 miles",
    "10 miles",
    "12 miles",
    "Distance not known",
  ]);
});
