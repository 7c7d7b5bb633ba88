import { homeCare as homeCareSet } from "@/lib/questions/sets/home-care";
import { daysUnchanged } from "@/lib/questions/rules/unchanged";
import { careHome, homeCare } from "./rosewood";

const codes = ({ problems }: { problems: readonly { code: string; warning?: true }[] }) =>
  problems.map(({ code, warning }) => (warning ? code : `refused: ${code}`));

test("staff per bed outside 0.66 to 6 gives a warning", () => {
  expect(codes(careHome({ care_workers_employed: "107" }))).toEqual([]);
  expect(careHome({ care_workers_employed: "171" }).problems).toMatchObject([
    {
      code: "staff_per_bed",
      message: "184 staff for 20 beds is 9.2 for each bed. In 95% of care homes it is from 0.66 to 6",
    },
  ]);
  expect(codes(careHome({ "beds.GEN_RES.capacity": "60" }))).toEqual(["staff_per_bed"]);
});

test("agency staff equal to employed staff gives a warning in all three groups, and none in two groups", () => {
  const twice = { agency_nurses: "4", agency_care_workers: "24" };
  expect(codes(careHome(twice))).toEqual([]);
  expect(codes(careHome({ ...twice, agency_non_care_workers: "6" }))).toEqual(["agency_equals_employed"]);
});

test("a row of noughts is pointed to the nil return rather than accepted as a quiet home", () => {
  const none = {
    nurses_employed: "0",
    care_workers_employed: "0",
    non_care_workers_employed: "0",
    agency_nurses: "0",
    agency_care_workers: "0",
    nurses_absent_general: "0",
    care_workers_absent_covid: "0",
    care_workers_absent_general: "0",
    hours_paid: "0",
    hours_overtime: "0",
  };
  expect(careHome(none).problems).toEqual([
    {
      field: "nurses_employed",
      code: "total_staff",
      message: "You have entered no staff. If the home has no staff, send a nil return instead",
      warning: true,
    },
  ]);
});

test("more than 250 hours for each of the care staff gives a warning", () => {
  expect(codes(careHome({ hours_paid: "7000" }))).toEqual([]);
  expect(codes(careHome({ hours_paid: "7000.01" }))).toEqual(["hours_per_head"]);
  expect(codes(homeCare({ hours_paid: "4501" }))).toEqual(["hours_per_head"]);
});

test("more overtime than hours paid gives a warning", () => {
  expect(codes(careHome({ hours_overtime: "4121" }))).toEqual(["hours_overtime.at_most"]);
});

test("figures that no one would believe are queried", () => {
  const many = { nurses_employed: "1001", agency_care_workers: "2501", care_workers_employed: "1000" };
  expect(codes(careHome({ ...many, "beds.GEN_RES.capacity": "1000" }))).toEqual([
    "total_staff",
    "nurses_employed.unusually_many",
    "agency_care_workers.unusually_many",
  ]);
  expect(codes(homeCare({ service_users: "3001" }))).toEqual(["service_users.unusually_many"]);
});

test("a figure far from what the location usually reports is queried, once it has reported often enough", () => {
  const history = [24, 25, 23].map((care_workers_employed) => ({ answers: { care_workers_employed } }));
  const slip = { care_workers_employed: "84" };
  expect(codes(careHome(slip, { context: { history } }))).toEqual(["care_workers_employed.unlike_before"]);
  expect(codes(careHome(slip, { context: { history: history.slice(1) } }))).toEqual([]);
  expect(codes(careHome({}, { context: { history } }))).toEqual([]);
});

test("staff figures that stay the same for too long are queried, sooner for a larger home", () => {
  const previous = { answers: careHome().answers };
  const after = (unchangedSinceDays: number, changes = {}) =>
    codes(careHome(changes, { context: { previous, unchangedSinceDays } }));
  expect(after(154)).toEqual([]);
  expect(after(155)).toEqual(["unchanged_for_long"]);
  expect(after(400, { nurses_employed: "5" })).toEqual([]);
});

test("days unchanged are counted from the return that first said the same, whatever else changed since", () => {
  const filed = [
    ["2026-10-10", 18, 41],
    ["2026-09-10", 18, 40],
    ["2026-08-10", 18, 40],
    ["2026-07-10", 17, 40],
    ["2026-06-10", 18, 40],
  ].map(([at, care_staff_employed, service_users]) => ({
    at: new Date(`${at}T12:00:00Z`),
    answers: { care_staff_employed: Number(care_staff_employed), service_users: Number(service_users) },
  }));
  expect(daysUnchanged(homeCareSet, filed, new Date("2026-11-10T12:00:00Z"))).toBe(92);
  expect(daysUnchanged(homeCareSet, [], new Date("2026-11-10T12:00:00Z"))).toBeUndefined();
});

test("ticking a warning never clears a refusal, and ticking one does not clear another", () => {
  const ticked = { "accept.hours_per_head": "yes", "accept.nurses_absent_covid.at_most": "yes" };
  expect(codes(careHome({ ...ticked, hours_paid: "9000", hours_overtime: "9001", nurses_absent_covid: "9" }))).toEqual([
    "refused: nurses_absent_covid.at_most",
    "hours_overtime.at_most",
  ]);
});
