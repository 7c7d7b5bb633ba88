import type { Month } from "@/lib/london";
import { acceptField, reasonField } from "@/lib/questions/accepted";
import { notYetAnswered } from "@/lib/questions/asked";
import { type Beds, totalBeds } from "@/lib/questions/beds";
import { checkReturn } from "@/lib/questions/check";
import type { Collection } from "@/lib/questions/collections";
import type { Answers } from "@/lib/questions/question";
import { typedFrom } from "@/lib/questions/typed";
import { daysLeft } from "@/lib/windows/reporting-window";
import type { ReturnSource } from "@/lib/questions/return-source";
import { type BedState, passDays, startingBeds, statedBeds } from "./bed-state";
import { contextAt, demoBedTypes } from "./context";
import { type Dice, diceFor, drawn } from "./dice";
import { type Event, filesTogether } from "./events";
import { filled } from "./filled";
import {
  copingAnswers,
  homeAnswers,
  homeCareAnswers,
  homeCareStaff,
  homeStaff,
  passMonth,
  type StaffState,
} from "./staffing";
import type { DemoReturn } from "./story";
import { bedsOf, type DemoLocation, isA } from "./world";

/** People using a home care service, by quantile. */
const users = [
  [0, 3],
  [0.1, 9],
  [0.25, 22],
  [0.5, 44],
  [0.75, 82],
  [0.95, 190],
  [1, 320],
] as const;

/** What those who file say when they are asked about something unusual. */
const reasons: Record<string, readonly string[]> = {
  "hours.blank": ["Our payroll is not closed until later in the month.", "Head office keeps the hours."],
  "people.blank": ["We do not record who pays."],
  staff_per_bed: ["People here are supported one to one.", "Two people need two staff at all times."],
  "beds.over_cqc": ["We have asked CQC to register one more bed."],
  unchanged_for_long: ["Checked with the rota: no one has joined or left.", ""],
  hours_per_head: ["Checked with payroll."],
};

const day = 86_400_000;

/** A place as it is lived in: its beds, its staff and what it has said before. */
export class Place {
  private readonly dice: Dice;
  private readonly bedState: BedState | null;
  private readonly staff: Partial<Record<Collection, StaffState>> = {};
  private readonly past: Partial<Record<Collection, DemoReturn[]>> = {};
  private lived: Date | null = null;
  private stated: Beds | null = null;
  private readonly staffMonth: Partial<Record<Collection, Month>> = {};

  constructor(private readonly location: DemoLocation) {
    this.dice = diceFor(`life of ${location.registerId}`);
    const total = bedsOf(location);
    this.bedState = total > 0 ? startingBeds(this.dice, location.capacity) : null;
    if (isA(location, "care_home")) this.staff.care_home = homeStaff(this.dice, location.sort ?? "older", total);
    if (isA(location, "home_care")) {
      const people = Math.round(drawn(this.dice, users) * (total > 0 ? 0.5 : 1)) + 2;
      this.staff.home_care = homeCareStaff(this.dice, people);
    }
  }

  liveUntil(at: Date): void {
    const days = this.lived ? (at.getTime() - this.lived.getTime()) / day : 30;
    if (this.bedState && days > 0.5) passDays(this.dice, this.bedState, days, at.toISOString().slice(0, 7));
    this.lived = at;
  }

  beds(): Beds | null {
    if (this.bedState) this.stated = statedBeds(this.bedState);
    return this.stated;
  }

  file(event: Extract<Event, { what: "return" }>): DemoReturn {
    const { location } = this;
    const { collection, month, late, nil, at } = event;
    const common = { location, collection, month, late, at, supersededAt: null };
    if (nil) return { ...common, nil, source: "nil", answers: null, beds: null, accepted: [] };
    const source = this.sourceOf(event);
    const repeated = source === "unchanged" || source === "reminder";
    const said = this.past[collection]?.[0];
    const answers = filled(collection, month, (repeated && said?.answers) || this.answers(collection, month));
    const { answers: kept, beds, accepted } = this.checked(event, answers, repeated ? this.stated : this.beds());
    const update = beds && { location, at, source, beds };
    const filed: DemoReturn = { ...common, nil: null, source, answers: kept, beds: update, accepted };
    (this.past[collection] ??= []).unshift(filed);
    return filed;
  }

  private answers(collection: Collection, month: Month): Answers {
    const state = this.staff[collection];
    if (!state) return copingAnswers(this.dice);
    if (this.staffMonth[collection] !== month) passMonth(this.dice, state);
    this.staffMonth[collection] = month;
    if (collection === "home_care") return homeCareAnswers(this.dice, state, month);
    const occupied = Object.values(this.bedState?.types ?? {}).reduce((sum, type) => sum + type.occupied, 0);
    return homeAnswers(this.dice, state, occupied, month);
  }

  /** Some press "nothing has changed", where nothing new is asked; flu figures are counted anew each winter month. */
  private sourceOf({ collection, month, at, window }: Extract<Event, { what: "return" }>): ReturnSource {
    if (!window) return "form";
    if (filesTogether(this.location)) return "workbook";
    const said = this.past[collection]?.[0];
    if (!said?.answers || notYetAnswered(collection, month, said.answers).length > 0) return "form";
    if (fluTooMany(said.answers, this.stated)) return "form";
    if (daysLeft(window, at) <= 3 && this.dice.happens(0.14)) return "reminder";
    return this.dice.happens(0.09) ? "unchanged" : "form";
  }

  /** The return as the rules have it, its warnings accepted; a made-up return that they refuse is a fault of ours. */
  private checked({ collection, month, at }: Extract<Event, { what: "return" }>, answers: Answers, beds: Beds | null) {
    const { location } = this;
    const bedTypes = demoBedTypes(collection);
    const typed = typedFrom(answers, bedTypes.length > 0 ? beds : null);
    const context = contextAt(collection, this.past[collection] ?? [], location.cqcBeds, at);
    for (let round = 0; ; round++) {
      const checked = checkReturn({ collection, month, bedTypes, typed, context });
      if (checked.problems.length === 0) return { ...checked, answers: checked.answers as Answers };
      if (round > 0 || checked.problems.some(({ warning }) => !warning))
        throw new Error(`The demo made up a return that is refused: ${location.name}, ${checked.problems[0]?.message}`);
      for (const { code } of checked.problems) {
        typed[acceptField(code)] = "yes";
        typed[reasonField(code)] = this.dice.pick(reasons[code] ?? [""]);
      }
    }
  }
}

/** Fewer residents than were vaccinated: an unchanged return would contradict itself. */
const fluTooMany = ({ flu_residents }: Answers, stated: Beds | null): boolean =>
  typeof flu_residents === "number" && (stated === null || flu_residents > totalBeds(stated).occupied);
