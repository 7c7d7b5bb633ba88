import { careHome, said } from "./rosewood";
import { careHomeTyped } from "@/tests/support/rosewood";

test("a return with nothing wrong has no problems, and says what was typed", () => {
  const { problems, answers, beds } = careHome();
  expect(problems).toEqual([]);
  expect(answers.hours_paid).toBe(4120.5);
  expect(answers.visitors_accommodated).toBe(true);
  expect(answers.days_absence).toBeNull();
  expect(answers.flu_staff).toBeNull();
  expect(beds).toEqual({
    open: true,
    types: { GEN_RES: { capacity: 20, occupied: 16, reserved: 1, accepting: 2, open: true } },
  });
});

test("an empty form lists everything that is missing, in page order", () => {
  const blank = Object.fromEntries(Object.keys(careHomeTyped).map((key) => [key, ""]));
  const problems = said(careHome(blank));
  expect(problems[0]).toEqual(["beds.GEN_RES.capacity", "Enter the beds of at least one type"]);
  expect(problems[1]).toEqual(["nurses_employed", "Enter how many registered nurses you employ directly"]);
  expect(problems.at(-1)).toEqual([
    "visitors_accommodated",
    "Select yes if residents can receive visitors in the home",
  ]);
  expect(problems).toHaveLength(15);
});

test("absent staff may not exceed staff employed, and rules between figures apply even if another field fails", () => {
  expect(said(careHome({ nurses_absent_covid: "2", nurses_absent_general: "3", agency_nurses: "a few" }))).toEqual([
    ["agency_nurses", "Agency nurses must be a whole number, like 12"],
    [
      "nurses_absent_general",
      "Nurses absent for all reasons together: 5 is more than 4, the number of registered nurses you employ",
    ],
  ]);
  expect(said(careHome({ nurses_absent_covid: "5" }))).toEqual([
    ["nurses_absent_covid", "Nurses absent, COVID-19: 5 is more than 4, the number of registered nurses you employ"],
  ]);
  expect(said(careHome({ nurses_absent_covid: "", nurses_absent_general: "5" }))).toEqual([
    ["nurses_absent_covid", "Enter how many registered nurses are absent because of COVID-19"],
    [
      "nurses_absent_general",
      "Nurses absent, other reasons: 5 is more than 4, the number of registered nurses you employ",
    ],
  ]);
});

test("absence is answered in hours or in days as soon as any hours are given", () => {
  expect(said(careHome({ hours_absence: "" }))[0]).toEqual([
    "hours_absence",
    "Enter absence in hours or absence in days. Enter 0 if there was none",
  ]);
  expect(said(careHome({ hours_absence: "", days_absence: "0" }))).toEqual([]);
  expect(said(careHome({ hours_absence: "a week" }))).toEqual([
    ["hours_absence", "Absence in hours must be a number with no more than 2 decimal places, like 150 or 37.5"],
  ]);
});

test("hours may all be left blank after one question about them", () => {
  const none = { hours_paid: "", hours_overtime: "", hours_agency: "", hours_absence: "" };
  const { problems } = careHome(none);
  expect(problems).toEqual([
    {
      field: "hours_paid",
      code: "hours.blank",
      warning: true,
      message:
        "You have left hours paid, overtime hours, agency hours, absence in hours and absence in days blank. Only leave them blank if you do not know",
    },
  ]);
  const accepted = careHome({
    ...none,
    "accept.hours.blank": "yes",
    "reason.hours.blank": "Payroll closes on the 20th",
  });
  expect(accepted.problems).toEqual([]);
  expect(accepted.answers.hours_paid).toBeNull();
  expect(accepted.accepted).toEqual([
    { code: "hours.blank", message: problems[0]?.message, reason: "Payroll closes on the 20th" },
  ]);
});

test("flu is asked from November to March, and no more residents are vaccinated than beds are occupied", () => {
  const flu = { flu_residents: "17", flu_staff: "35", flu_agency_staff: "3" };
  expect(careHome(flu).answers.flu_residents).toBeNull();
  expect(said(careHome(flu, { month: "2026-11" }))).toEqual([
    ["flu_residents", "Residents vaccinated, flu: 17 is more than 16, the number of beds that are occupied"],
    ["flu_staff", "Staff vaccinated, flu: 35 is more than 34, the number of staff you employ"],
  ]);
  const aboutFlu = (month: string) => said(careHome({}, { month })).filter(([field]) => field.startsWith("flu_"));
  expect(aboutFlu("2027-03")).toHaveLength(3);
  expect(aboutFlu("2027-04")).toEqual([]);
});

test("COVID-19 vaccination is asked only while support has a campaign on", () => {
  const seasons = [{ key: "covid", from: "2026-10", until: "2026-12" }] as const;
  expect(said(careHome({}, { seasons })).map(([field]) => field)).toEqual([
    "covid_seasonal_residents",
    "covid_seasonal_staff",
    "covid_seasonal_agency",
  ]);
});
