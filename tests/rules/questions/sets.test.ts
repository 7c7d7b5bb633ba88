import { notYetAnswered, questionsAsked } from "@/lib/questions/asked";
import { collectionKeys, collectionsFor } from "@/lib/questions/collections";
import { answerColumns } from "@/lib/questions/columns";
import { differences } from "@/lib/questions/differences";
import { isNilReason, nilReasons } from "@/lib/questions/nil-reasons";
import { setOf } from "@/lib/questions/sets";
import { bedTypes, careHome } from "./rosewood";

const keys = (...given: Parameters<typeof questionsAsked>) => questionsAsked(...given).map(({ key }) => key);

test("a location registered for residential and home care owes both returns", () => {
  expect(collectionsFor(["care_home", "home_care"])).toEqual(["care_home", "home_care", "business_continuity"]);
  expect(collectionsFor(["hospice"])).toEqual(["hospice"]);
  expect(collectionsFor([])).toEqual([]);
});

test("support can switch the daily update on for home care, and any collection on or off for a provider type", () => {
  const switched = { home_care_daily: ["home_care"], business_continuity: ["hospice"] } as const;
  expect(collectionsFor(["home_care"], switched)).toEqual(["home_care", "home_care_daily"]);
  expect(collectionsFor(["hospice"], switched)).toEqual(["business_continuity", "hospice"]);
});

test.each(collectionKeys)(
  "the questions of %s are sound: one key each, known sections and known references",
  (which) => {
    const set = setOf(which);
    const all = set.questions.map(({ key }) => key);
    const sections = set.sections.map(({ key }) => key);
    expect(new Set(all).size).toBe(all.length);
    for (const { key, section, atMost, onlyIf, orElse, choices, kind } of set.questions) {
      expect(key).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(sections).toContain(section);
      expect(choices !== undefined).toBe(kind === "choice" || kind === "status");
      for (const other of [...(atMost?.of ?? []), ...(atMost?.with ?? []), onlyIf, orElse])
        if (other !== undefined && !other.startsWith("beds.")) expect(all).toContain(other);
    }
  },
);

test("a key means the same kind of answer in every set that has it", () => {
  const seen = new Map<string, string>();
  for (const which of collectionKeys)
    for (const { key, kind } of setOf(which).questions) {
      expect(seen.get(key) ?? kind).toBe(kind);
      seen.set(key, kind);
    }
});

test("the reason why beds are unavailable was asked from September 2022 to July 2023, and is still a column", () => {
  expect(keys("care_home", "2022-08")).not.toContain("beds_unavailable_reason");
  expect(keys("care_home", "2022-09")).toContain("beds_unavailable_reason");
  expect(keys("care_home", "2023-07")).toContain("beds_unavailable_reason");
  expect(keys("care_home", "2023-08")).not.toContain("beds_unavailable_reason");
  expect(answerColumns("care_home")).toContainEqual({ name: "beds_unavailable_reason", type: "Text", retired: true });
});

test("columns have the type of their question's kind", () => {
  const columns = new Map(answerColumns("home_care").map(({ name, type }) => [name, type]));
  expect(columns.get("service_users")).toBe("Int");
  expect(columns.get("hours_paid")).toBe("Decimal(9,2)");
  expect(columns.get("returned_poc_percent")).toBe("Decimal(5,2)");
  expect(columns.get("can_provide_more_hours")).toBe("Boolean");
});

test("nothing has changed cannot be said while a seasonal question has no answer yet", () => {
  const { answers } = careHome();
  expect(notYetAnswered("care_home", "2026-10", answers)).toEqual([]);
  expect(notYetAnswered("care_home", "2026-11", answers).map(({ key }) => key)).toEqual([
    "flu_residents",
    "flu_staff",
    "flu_agency_staff",
  ]);
});

test("what changed between two returns is said in words", () => {
  const before = careHome();
  const after = careHome({
    "beds.GEN_RES.occupied": "15",
    hours_overtime: "1204.5",
    hours_agency: "",
    visitors_accommodated: "no",
  });
  expect(differences("care_home", before, after, bedTypes)).toEqual([
    { key: "beds.GEN_RES.occupied", label: "General residential: occupied", before: "16", after: "15" },
    { key: "hours_overtime", label: "Overtime hours", before: "120 hours", after: "1,204.5 hours" },
    { key: "hours_agency", label: "Agency hours", before: "60 hours", after: "Not answered" },
    { key: "visitors_accommodated", label: "Visitors can be received", before: "Yes", after: "No" },
  ]);
  expect(differences("care_home", before, before, bedTypes)).toEqual([]);
});

test("a nil return has one of seven reasons", () => {
  expect(nilReasons).toHaveLength(7);
  expect(isNilReason("waiting_for_cqc")).toBe(true);
  expect(isNilReason("zero")).toBe(false);
});
