import { addMonths, dayIn, londonInstant, monthsBetween, monthsFrom } from "@/lib/london";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { complianceAt, monthStanding, type ComplianceFacts, type FiledReturn } from "@/lib/windows/compliance";
import { isOwed } from "@/lib/windows/owed";
import { reportingWindow } from "@/lib/windows/reporting-window";

const at = (day: string, time = "12:00") => londonInstant(day, time);
const filed = (month: string, day = dayIn(month, 10), more: Partial<FiledReturn> = {}): FiledReturn => ({
  month,
  submittedAt: at(day),
  nil: false,
  source: "form",
  ...more,
});
const rosewood = (more: Partial<ComplianceFacts> = {}): ComplianceFacts => ({
  locationId: "rosewood",
  registeredOn: "2020-01-15",
  returns: [],
  ...more,
});
const standing = (asOf: Date, facts: ComplianceFacts) => complianceAt(asOf, facts, holidaysByRule);
const state = (month: string, asOf: Date, facts: ComplianceFacts) => monthStanding(month, asOf, facts, holidaysByRule);

/** A year of windows ending with December 2026, oldest first: "." filed in time, "x" nothing, "n" nil, "l" late. */
function year(pattern: string): FiledReturn[] {
  return pattern.split("").flatMap((letter, i) => {
    const month = addMonths("2026-12", i - pattern.length + 1);
    if (letter === "x") return [];
    return [letter === "l" ? filed(month, dayIn(month, 25)) : filed(month, undefined, { nil: letter === "n" })];
  });
}
const months = (pattern: string) =>
  pattern
    .split("")
    .flatMap((letter, i) => (letter === "." || letter === "n" ? [] : [addMonths("2026-12", i - pattern.length + 1)]));

describe("the twelve months to December 2026, once its window has closed", () => {
  const asOf = at("2026-12-28");

  test.each([
    ["............", "on track"],
    ["nnnnnnnnnnnn", "on track"],
    ["...........x", "on track"],
    ["..........x.", "on track"],
    [".........xx.", "on track"],
    ["..........xx", "at risk"],
    ["..........ll", "at risk"],
    ["..........xl", "at risk"],
    ["........x.xx", "at risk"],
    ["..........xn", "on track"],
    [".........x.x", "on track"],
    ["x....x.....x", "on track"],
    [".........xxx", "notice threshold"],
    [".........lxl", "notice threshold"],
    ["........xxx.", "on track"],
    ["x..x...x...x", "notice threshold"],
    ["xx.xx.......", "notice threshold"],
    ["x..l...x..l.", "notice threshold"],
    ["x.x.x.x.....", "notice threshold"],
    ["..xx......xx", "notice threshold"],
    ["xxxxxxxxxxxx", "notice threshold"],
  ])("%s is %s", (pattern, expected) => {
    const result = standing(asOf, rosewood({ returns: [filed("2025-12"), ...year(pattern)] }));
    expect(result.standing).toBe(expected);
    expect(result.months.map(({ month }) => month)).toEqual(monthsFrom("2026-01", "2026-12"));
  });

  test.each(["..........xx", ".........xxx", "x..x...x...x", "........x..."])(
    "%s names the months that cause it",
    (pattern) => {
      const result = standing(asOf, rosewood({ returns: year(pattern) }));
      expect(result.because).toEqual(result.standing === "on track" ? [] : months(pattern));
    },
  );

  test("the standing is given in a sentence", () => {
    expect(standing(asOf, rosewood({ returns: year("..........xx") })).why).toBe(
      "No return counted for November 2026 and December 2026.",
    );
    expect(standing(asOf, rosewood({ returns: year("............") })).why).toBe("No deadline was missed.");
  });

  test("a miss that lies apart from the last two is not among the months that put it at risk", () => {
    const result = standing(asOf, rosewood({ returns: year("...x......xx") }));
    expect(result).toMatchObject({ standing: "at risk", because: ["2026-11", "2026-12"] });
  });

  test("a fourth miss more than twelve months back no longer counts", () => {
    expect(standing(asOf, rosewood({ returns: year("xx..x...x..x.") })).because).toHaveLength(4);
    expect(standing(asOf, rosewood({ returns: year("x...x...x..x.") })).standing).toBe("on track");
  });
});

describe("every pattern of twelve months", () => {
  test("agrees with the rule said another way", () => {
    const asOf = at("2026-12-28");
    for (let bits = 0; bits < 4096; bits++) {
      const pattern = bits.toString(2).padStart(12, "0").replaceAll("0", ".").replaceAll("1", "x");
      const misses = pattern.split("x").length - 1;
      const expected =
        misses >= 4 || pattern.endsWith("xxx") ? "notice threshold" : pattern.endsWith("xx") ? "at risk" : "on track";
      expect([pattern, standing(asOf, rosewood({ returns: year(pattern) })).standing]).toEqual([pattern, expected]);
    }
  });
});

describe("a window that is still open", () => {
  const asOf = at("2026-12-10", "15:00");

  test("a window that is still open does not count against the location", () => {
    const result = standing(asOf, rosewood({ returns: year("............x") }));
    expect(result.months.at(-1)).toMatchObject({ month: "2026-12", state: "open" });
    expect(result).toMatchObject({ standing: "on track", because: [] });
  });

  test("leaves a location with two misses before it at risk until something is filed in it", () => {
    const returns = year("..........xxx");
    expect(standing(asOf, rosewood({ returns }))).toMatchObject({
      standing: "at risk",
      because: ["2026-10", "2026-11"],
    });
    const answered = standing(asOf, rosewood({ returns: [...returns, filed("2026-12")] }));
    expect(answered.standing).toBe("on track");
    expect(answered.months.at(-1)).toMatchObject({ month: "2026-12", state: "filed" });
  });

  test("a window that is still open is shown after the twelve months that count", () => {
    const result = standing(asOf, rosewood());
    expect(result.months.map(({ month }) => month)).toEqual(monthsFrom("2025-12", "2026-12"));
    expect(result.because).toEqual(monthsFrom("2025-12", "2026-11"));
  });

  test("turns to missed at the instant it closes, and not before", () => {
    const { closesAt } = reportingWindow("2026-12", holidaysByRule);
    const just = (ms: number) => state("2026-12", new Date(closesAt.getTime() + ms), rosewood()).state;
    expect([just(-1), just(0)]).toEqual(["open", "missed"]);
  });
});

describe("what a month shows", () => {
  const asOf = at("2026-12-28");

  test("a return in the window is filed, with when and how", () => {
    const returns = [filed("2026-11", "2026-11-12", { source: "workbook" })];
    expect(state("2026-11", asOf, rosewood({ returns }))).toMatchObject({
      state: "filed",
      at: at("2026-11-12"),
      source: "workbook",
    });
  });

  test("a nil return in the window is nil, and a return that replaced it is filed", () => {
    const nil = filed("2026-11", "2026-11-09", { nil: true, supersededAt: at("2026-11-12") });
    const facts = rosewood({ returns: [nil, filed("2026-11", "2026-11-12")] });
    expect(state("2026-11", at("2026-11-11"), facts).state).toBe("nil");
    expect(state("2026-11", asOf, facts)).toMatchObject({ state: "filed", at: at("2026-11-12") });
  });

  test("a return after the window is a late update, and never replaces one that counted", () => {
    const late = filed("2026-11", "2026-11-20");
    expect(state("2026-11", asOf, rosewood({ returns: [late] }))).toMatchObject({
      state: "late update",
      at: at("2026-11-20"),
    });
    expect(state("2026-11", asOf, rosewood({ returns: [filed("2026-11"), late] }))).toMatchObject({
      state: "filed",
      at: at("2026-11-10"),
    });
  });

  test("the window's first instant counts, and its closing instant doesn't", () => {
    const { opensAt, closesAt } = reportingWindow("2026-06", holidaysByRule);
    const when = (submittedAt: Date) =>
      state("2026-06", asOf, rosewood({ returns: [{ ...filed("2026-06"), submittedAt }] })).state;
    expect([when(opensAt), when(new Date(closesAt.getTime() - 1)), when(closesAt)]).toEqual([
      "filed",
      "filed",
      "late update",
    ]);
  });

  test("a window still to open is not due", () => {
    expect(state("2027-01", asOf, rosewood()).state).toBe("not due");
  });
});

describe("for a date that is past", () => {
  const facts = rosewood({
    returns: [filed("2026-11", "2026-11-20"), filed("2026-12", "2026-12-09")],
    extensions: [{ month: "2026-11", lastDay: "2026-11-20", reason: "Outage.", grantedAt: at("2026-11-25") }],
  });

  test("what was filed later is not yet known", () => {
    expect(state("2026-11", at("2026-11-18"), facts).state).toBe("missed");
    expect(state("2026-11", at("2026-11-21"), facts).state).toBe("late update");
    expect(state("2026-12", at("2026-12-08"), facts).state).toBe("open");
  });

  test("an extension counts from when it was granted, and then what was late is filed", () => {
    expect(state("2026-11", at("2026-11-24"), facts).state).toBe("late update");
    expect(state("2026-11", at("2026-11-26"), facts).state).toBe("filed");
  });

  test("a return superseded later stood at the time", () => {
    const nil = filed("2026-11", "2026-11-09", { nil: true, supersededAt: at("2026-11-12") });
    const both = rosewood({ returns: [nil, filed("2026-11", "2026-11-12")] });
    expect(state("2026-11", at("2026-11-10"), both).state).toBe("nil");
  });

  test("a deregistration still to come doesn't remove what is owed", () => {
    const leaving = rosewood({ deregisteredOn: "2026-11-12" });
    expect(state("2026-11", at("2026-11-11"), leaving).state).toBe("open");
    expect(state("2026-11", at("2026-11-12"), leaving).state).toBe("not due");
  });

  test("the standing on 15 January is the same whatever came after", () => {
    const early = year("..........xx");
    const asOf = at("2027-01-15");
    const later = [filed("2026-11", "2027-01-16"), filed("2027-01", "2027-01-20"), filed("2027-02")];
    expect(standing(asOf, rosewood({ returns: [...early, ...later] }))).toEqual(
      standing(asOf, rosewood({ returns: early })),
    );
  });
});

test("what was filed in time stays filed where a late return had superseded it before the extension", () => {
  const facts = rosewood({
    returns: [filed("2026-11", "2026-11-17", { supersededAt: at("2026-11-20") }), filed("2026-11", "2026-11-20")],
    extensions: [{ month: "2026-11", lastDay: "2026-11-18", reason: "Outage.", grantedAt: at("2026-11-25") }],
  });
  expect(state("2026-11", at("2026-12-01"), facts)).toMatchObject({ state: "filed", at: at("2026-11-17") });
});

test("of two returns that crossed, the one that replaced the other counts, although it was sent first", () => {
  const first = filed("2026-11", "2026-11-10", { nil: true });
  const second = {
    ...filed("2026-11"),
    submittedAt: at("2026-11-10", "12:01"),
    supersededAt: at("2026-11-10", "12:02"),
  };
  const facts = rosewood({ returns: [first, second] });
  expect(state("2026-11", at("2026-11-10", "12:01"), facts).state).toBe("filed");
  expect(state("2026-11", at("2026-11-10", "12:02"), facts).state).toBe("nil");
});

test("an extension for another location changes nothing", () => {
  const extension = { month: "2026-11", lastDay: "2026-11-20", reason: "Flood.", grantedAt: at("2026-11-16") };
  const facts = (locationIds: string[]) => rosewood({ extensions: [{ ...extension, locationIds }] });
  expect(state("2026-11", at("2026-11-18"), facts(["oakfield"])).state).toBe("missed");
  expect(state("2026-11", at("2026-11-18"), facts(["oakfield", "rosewood"])).state).toBe("open");
});

describe("a new location", () => {
  const due = (registeredOn: string, firstDue?: number) =>
    isOwed(reportingWindow("2026-11", holidaysByRule), { registeredOn }, firstDue);

  test("owes from its first full window: one registered on the 8th or later starts with the next", () => {
    expect([due("2026-11-07"), due("2026-11-08"), due("2026-11-20")]).toEqual([true, false, false]);
  });

  test("owes from the first window to open the set number of days after its registration, if there is such a setting", () => {
    expect([due("2026-10-09", 30), due("2026-10-10", 30), due("2026-11-08", 0)]).toEqual([true, false, true]);
  });

  test("a new location is not at risk for the months before", () => {
    const facts = rosewood({ registeredOn: "2026-10-20" });
    const result = standing(at("2026-11-30"), facts);
    expect(result.standing).toBe("on track");
    expect(result.months.map((month) => month.state).slice(-3)).toEqual(["not due", "not due", "missed"]);
    expect(standing(at("2026-12-30"), facts).standing).toBe("at risk");
  });

  test("still has what it files before it has to shown", () => {
    const facts = rosewood({ registeredOn: "2026-11-09", returns: [filed("2026-11", "2026-11-12")] });
    expect(state("2026-11", at("2026-11-30"), facts).state).toBe("filed");
  });
});

describe("a location that is deregistered", () => {
  const due = (deregisteredOn: string) =>
    isOwed(reportingWindow("2026-11", holidaysByRule), { registeredOn: "2020-01-15", deregisteredOn });

  test("owes the windows that had closed by then, and none from that date", () => {
    expect([due("2026-11-10"), due("2026-11-16"), due("2026-11-17")]).toEqual([false, false, true]);
  });

  test("misses nothing afterwards", () => {
    const facts = rosewood({
      deregisteredOn: "2026-07-01",
      returns: monthsFrom("2025-12", "2026-06").map((m) => filed(m)),
    });
    const result = standing(at("2026-12-28"), facts);
    expect(result.standing).toBe("on track");
    expect(result.months.filter(({ state }) => state === "not due")).toHaveLength(monthsBetween("2026-06", "2026-12"));
  });
});
