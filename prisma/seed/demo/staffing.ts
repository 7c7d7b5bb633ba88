import type { Month } from "@/lib/london";
import type { Answers } from "@/lib/questions/question";
import type { Dice } from "./dice";
import type { HomeSort } from "./world";

/** Who works for a service as its months go by, and how it counts. */
export interface StaffState {
  heads: Record<string, number>;
  /** How many agency staff it mostly takes. */
  agency: number;
  absenceIn: "hours" | "days";
  /** Leaves the hours blank. */
  blankHours: boolean;
  hoursEach: number;
  /** Part of its people who take the flu vaccine. */
  flu: { residents: number; staff: number };
  /** Home care: the share that the NHS or a council pays for, and the hours it can offer. */
  funded: number;
  spare: number;
}

const common = (dice: Dice) => ({
  absenceIn: dice.happens(0.55) ? ("hours" as const) : ("days" as const),
  blankHours: dice.happens(0.04),
  flu: { residents: Math.max(0.2, Math.min(0.95, dice.near(0.64, 0.15))), staff: Math.max(0, dice.near(0.1, 0.06)) },
  funded: Math.max(0.05, Math.min(0.98, dice.near(0.68, 0.18))),
  spare: dice.happens(0.45) ? dice.whole(2, 20) * 5 : 0,
});

/** From 0.66 to 6 staff for each bed in nearly all homes; the smallest have the most. */
export function homeStaff(dice: Dice, sort: HomeSort, beds: number): StaffState {
  const carers = sort === "small" ? dice.near(1.9, 0.4) : dice.near(0.85, 0.12);
  const others = sort === "small" ? dice.near(0.2, 0.05) : dice.near(0.36, 0.06);
  const heads = {
    nurses_employed: sort === "nursing" ? Math.max(3, Math.round(beds * dice.near(0.16, 0.03))) : 0,
    care_workers_employed: Math.max(4, Math.round(beds * carers)),
    non_care_workers_employed: Math.max(1, Math.round(beds * others)),
  };
  return { heads, agency: dice.happens(0.4) ? dice.whole(1, 5) : 0, hoursEach: dice.near(128, 10), ...common(dice) };
}

export function homeCareStaff(dice: Dice, users: number): StaffState {
  const heads = {
    service_users: users,
    care_staff_employed: Math.max(3, Math.round(users * dice.near(0.8, 0.15)) + 2),
  };
  return { heads, agency: dice.happens(0.15) ? dice.whole(1, 4) : 0, hoursEach: dice.near(96, 12), ...common(dice) };
}

/** Lets a month pass: people join and leave. */
export function passMonth(dice: Dice, state: StaffState): void {
  for (const [key, count] of Object.entries(state.heads)) {
    if (count === 0) continue;
    const sway = dice.near(0, Math.max(0.6, count * 0.025));
    state.heads[key] = Math.max(key === "service_users" ? 2 : 1, Math.round(count + sway));
  }
}

const tenth = (figure: number) => Math.round(figure * 10) / 10;

/** Hours of last month. Absence in hours or in days, as the service keeps it. */
function hours(dice: Dice, state: StaffState, carers: number, agency: number): Answers {
  if (state.blankHours || dice.happens(0.01)) return {};
  const paid = Math.round(carers * state.hoursEach * dice.near(1, 0.03));
  const days = tenth(Math.max(0, carers * dice.near(0.8, 0.25)));
  return {
    hours_paid: paid,
    hours_overtime: Math.round(paid * Math.max(0, dice.near(0.04, 0.015))),
    hours_agency: agency === 0 ? 0 : Math.round(agency * dice.near(62, 10)),
    ...(state.absenceIn === "hours" ? { hours_absence: tenth(days * 7.5) } : { days_absence: days }),
  };
}

/** How far a winter's vaccinations have come. */
const reached: Record<string, number> = { "11": 0.55, "12": 0.8, "01": 0.92, "02": 0.98, "03": 1 };

const winterly = (month: Month) => reached[month.slice(5)] !== undefined;

/** How many of so many are away: one in twenty, and in winter some with COVID-19. */
function absent(dice: Dice, count: number, month: Month): readonly [covid: number, general: number] {
  const covid = count > 0 && dice.happens(winterly(month) ? 0.05 : 0.01) ? 1 : 0;
  return [covid, Math.min(count - covid, Math.max(0, Math.round(count * dice.near(0.05, 0.03))))];
}

export function homeAnswers(dice: Dice, state: StaffState, occupied: number, month: Month): Answers {
  const { nurses_employed = 0, care_workers_employed = 0, non_care_workers_employed = 0 } = state.heads;
  const taken = (usual: number) => (usual === 0 ? 0 : Math.max(0, Math.round(dice.near(usual, 1))));
  const nurses = nurses_employed > 0 ? taken(Math.floor(state.agency / 2)) : 0;
  const carers = taken(state.agency);
  const [nursesCovid, nursesGeneral] = absent(dice, nurses_employed, month);
  const [carersCovid, carersGeneral] = absent(dice, care_workers_employed, month);
  const [othersCovid, othersGeneral] = absent(dice, non_care_workers_employed, month);
  const staff = nurses_employed + care_workers_employed + non_care_workers_employed;
  const so = reached[month.slice(5)] ?? 0;
  return {
    ...state.heads,
    agency_nurses: nurses,
    agency_care_workers: carers,
    agency_non_care_workers: state.agency > 3 && dice.happens(0.3) ? 1 : 0,
    nurses_absent_covid: nursesCovid,
    nurses_absent_general: nursesGeneral,
    care_workers_absent_covid: carersCovid,
    care_workers_absent_general: carersGeneral,
    non_care_workers_absent_covid: othersCovid,
    non_care_workers_absent_general: othersGeneral,
    ...hours(dice, state, nurses_employed + care_workers_employed, nurses + carers),
    visitors_accommodated: !dice.happens(0.006),
    flu_residents: Math.round(occupied * state.flu.residents * so),
    flu_staff: Math.round(staff * state.flu.staff * so),
    flu_agency_staff: Math.floor((nurses + carers) * state.flu.staff * so),
  };
}

export function homeCareAnswers(dice: Dice, state: StaffState, month: Month): Answers {
  const { service_users = 0, care_staff_employed = 0 } = state.heads;
  const funded = Math.round(service_users * state.funded);
  const spare = state.spare > 0 && dice.happens(0.75) ? Math.max(5, state.spare + dice.whole(-2, 2) * 5) : 0;
  const [covid] = absent(dice, care_staff_employed, month);
  return {
    ...state.heads,
    users_nhs_la: funded,
    users_self_funded: Math.max(0, service_users - funded - (dice.happens(0.2) ? 1 : 0)),
    returned_poc_percent: dice.happens(0.15) ? tenth(dice.next() * 4) : 0,
    care_staff_absent_covid: covid,
    ...hours(dice, state, care_staff_employed, state.agency),
    can_provide_more_hours: spare > 0,
    extra_hours_per_week: spare,
    flu_staff: Math.round(care_staff_employed * state.flu.staff * (reached[month.slice(5)] ?? 0)),
  };
}

/** How a service is coping: mostly well. */
export function copingAnswers(dice: Dice): Answers {
  const status = () => (dice.happens(0.86) ? "green" : dice.happens(0.88) ? "amber" : "red");
  const supply = () => (dice.happens(0.4) ? "blue" : dice.happens(0.95) ? "green" : "amber");
  const [overall, workforce] = [status(), status()];
  return {
    overall_status: overall,
    workforce_status: workforce,
    continuity_notes:
      workforce === "green"
        ? null
        : dice.pick(["Two senior carers are off until next month.", "Night shifts are hard to cover.", null]),
    ppe_masks: supply(),
    ppe_gloves: supply(),
    ppe_aprons: supply(),
    ppe_eyes: supply(),
    ppe_sanitiser: supply(),
  };
}
