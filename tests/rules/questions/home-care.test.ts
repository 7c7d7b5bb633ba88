import { checkReturn } from "@/lib/questions/check";
import { homeCare, said } from "./rosewood";

test("a home care return with nothing wrong has no problems and no beds", () => {
  const { problems, answers, beds } = homeCare();
  expect(problems).toEqual([]);
  expect(answers.returned_poc_percent).toBe(2.5);
  expect(beds).toBeNull();
});

test("extra hours are needed after yes, and nought after yes is a contradiction", () => {
  expect(said(homeCare({ extra_hours_per_week: "" }))).toEqual([
    ["extra_hours_per_week", "Enter how many extra hours of care you could provide each week"],
  ]);
  expect(said(homeCare({ extra_hours_per_week: "0" }))[0]?.[1]).toMatch(/1 or more, or answer no/);
});

test("extra hours are 0 after no, whatever is left in the box", () => {
  const no = { can_provide_more_hours: "no" };
  expect(homeCare({ ...no, extra_hours_per_week: "" }).answers.extra_hours_per_week).toBe(0);
  expect(homeCare({ ...no, extra_hours_per_week: "0" }).problems).toEqual([]);
  for (const left of ["45", "a few"]) {
    const kept = homeCare({ ...no, extra_hours_per_week: left });
    expect([kept.problems, kept.answers.extra_hours_per_week]).toEqual([[], 0]);
  }
});

test("if no one has said whether there are extra hours, only that is asked for and no nought is made up", () => {
  const answer = homeCare({ can_provide_more_hours: "", extra_hours_per_week: "" });
  expect(said(answer)).toEqual([["can_provide_more_hours", "Select yes if you can provide extra hours of care"]]);
  expect(answer.answers.extra_hours_per_week).toBeNull();
});

test("packages handed back are a percentage from 0 to 100", () => {
  for (const typed of ["101", "5%", "2.555"])
    expect(said(homeCare({ returned_poc_percent: typed }))).toEqual([
      ["returned_poc_percent", "Care packages handed back must be a number from 0 to 100, like 5 or 2.5"],
    ]);
  expect(said(homeCare({ returned_poc_percent: "100" }))).toEqual([]);
});

test("a service that no one uses is pointed to the nil return", () => {
  const none = { service_users: "0", users_nhs_la: "0", users_self_funded: "0" };
  expect(homeCare(none).problems).toMatchObject([{ code: "nobody_uses_the_service", warning: true }]);
});

test("more people by funding than people in total is queried, since funding can be mixed", () => {
  expect(homeCare({ users_self_funded: "15" }).problems).toEqual([
    {
      field: "users_self_funded",
      code: "users_self_funded.at_most",
      message: "People by funding: 45 is more than 40, the number of people using your service",
      warning: true,
    },
  ]);
});

test("the daily update refuses more confirmed and suspected cases than people, and more absent staff than staff", () => {
  const typed = {
    service_users: "10",
    covid_confirmed_users: "6",
    covid_suspected_users: "5",
    care_staff_employed: "3",
    care_staff_absent_covid: "4",
    ppe_stock: "2 days or less",
    can_provide_more_hours: "no",
  };
  const answer = checkReturn({ collection: "home_care_daily", month: "2026-10", typed });
  expect(said(answer)).toEqual([
    [
      "covid_suspected_users",
      "People with confirmed or suspected COVID-19 together: 11 is more than 10, the number of people using your service",
    ],
    ["care_staff_absent_covid", "Care staff absent, COVID-19: 4 is more than 3, the number of care staff you employ"],
  ]);
  expect(answer.answers.ppe_stock).toBe("two_days_or_less");
  expect(answer.answers.extra_hours_per_week).toBe(0);
});

test("business continuity takes its colours by key or by name, and blue for supplies only", () => {
  const typed = {
    overall_status: "amber",
    workforce_status: "blue",
    ppe_masks: "Blue",
    ppe_gloves: "green",
    ppe_aprons: "red",
    ppe_eyes: "",
    ppe_sanitiser: "green",
    continuity_notes: "x".repeat(1001),
  };
  const answer = checkReturn({ collection: "business_continuity", month: "2026-10", typed });
  expect(answer.answers.ppe_masks).toBe("blue");
  expect(said(answer)).toEqual([
    ["workforce_status", "Select the status of your workforce"],
    ["continuity_notes", "Notes must be 1,000 characters or fewer"],
    ["ppe_eyes", "Select the status of your supply of eye protection"],
  ]);
});
