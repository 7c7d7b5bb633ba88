import { inSentence } from "@/lib/list";
import { bedField, type BedFigure, type BedCount, type Beds, type BedType, homeOpenField, totalBeds } from "./beds";
import type { Context } from "./figures";
import { type AnswerProblem, spoken } from "./problem";
import { isBelowNought, readFigure, readYesNo, unreadableAnswer } from "./read";

const mostBeds = 9_999;

/** The check of all beds together against the number that CQC has registered. */
export const moreThanCqc = {
  code: "beds.over_cqc",
  name: "Beds in total: no more than CQC has registered",
  help: "CQC registers how many people a home may care for. For example, with 40 registered, we would ask about 42 beds. If CQC has agreed to more, say when.",
} as const;

export interface CheckedBeds {
  readonly beds: Beds;
  /** All beds together, or null if something could not be read or nothing was given. */
  readonly totals: Record<BedFigure, number> | null;
  /** Hard and soft problems alike, in page order. */
  readonly problems: AnswerProblem[];
}

/**
 * Reads and checks the beds of a home, for a return and for an update between returns.
 *
 * A bed type whose four figures are all blank is not offered, unless the home had such beds before: then blank would be
 * guessing, so it must say 0. Of every other type all four are needed. Occupied, reserved and accepting together may
 * not exceed the capacity. Whether the home and each type are open to admissions may be left out: the earlier answer
 * still applies.
 */
export function checkBeds(
  bedTypes: readonly BedType[],
  typed: Readonly<Record<string, string>>,
  context: Context = {},
): CheckedBeds {
  const problems: AnswerProblem[] = [];
  const types: Record<string, BedCount> = {};
  const open = readYesNo(typed[homeOpenField]);
  if (open === unreadableAnswer)
    problems.push(hard(homeOpenField, "open", "Select open or closed to say whether you are taking admissions"));
  const home = open === unreadableAnswer ? null : (open ?? context.previous?.beds?.open ?? null);
  let given = 0;
  let whole = true;
  for (const bedType of formOf(bedTypes)) {
    const stood = context.previous?.beds?.types[bedType.key] ?? null;
    const count = checkType(bedType, typed, stood, home === false, problems);
    if (count === null) continue;
    given++;
    if (count === unreadableAnswer) whole = false;
    else types[bedType.key] = count;
  }
  const first = bedTypes[0];
  if (first && given === 0)
    problems.push(hard(bedField(first.key, "capacity"), "none", "Enter the beds of at least one type"));
  const beds: Beds = { open: home, types };
  const totals = whole && given > 0 ? totalBeds(beds) : null;
  if (first && totals) askAboutCqc(first, totals.capacity, context.cqcBeds, problems);
  return { beds, totals, problems };
}

const names = {
  capacity: (phrase: string) => ({ subject: `Number of ${phrase}`, enter: `how many ${phrase} you have` }),
  occupied: (phrase: string) => ({ subject: `Occupied ${phrase}`, enter: `how many ${phrase} are occupied` }),
  reserved: (phrase: string) => ({
    subject: `Reserved ${phrase}`,
    enter: `how many ${phrase} are reserved, or 0 if none are`,
  }),
  accepting: (phrase: string) => ({
    subject: `Number of ${phrase} accepting admissions`,
    enter: `how many ${phrase} are accepting admissions, or 0 if none are`,
  }),
} as const satisfies Record<BedFigure, (phrase: string) => { subject: string; enter: string }>;

interface Input {
  readonly figure: BedFigure;
  readonly field: string;
  readonly subject: string;
  readonly enter: string;
}

/** The four boxes of one bed type, in the order of `bedFigures`. */
type Inputs = readonly [capacity: Input, occupied: Input, reserved: Input, accepting: Input];

interface TypeForm {
  readonly key: string;
  readonly label: string;
  readonly phrase: string;
  readonly open: string;
  readonly inputs: Inputs;
}

const forms = new WeakMap<readonly BedType[], TypeForm[]>();

/** The fields and words of each bed type, worked out once for a list of types. */
function formOf(bedTypes: readonly BedType[]): TypeForm[] {
  const known = forms.get(bedTypes);
  if (known) return known;
  const form = bedTypes.map(({ key, label, phrase = `${inSentence(label)} beds` }): TypeForm => {
    const input = (figure: BedFigure): Input => ({ figure, field: bedField(key, figure), ...names[figure](phrase) });
    const inputs: Inputs = [input("capacity"), input("occupied"), input("reserved"), input("accepting")];
    return { key, label, phrase, open: bedField(key, "open"), inputs };
  });
  forms.set(bedTypes, form);
  return form;
}

/** The beds of one type; null if it is left blank, unreadable where a figure is missing or could not be read. */
function checkType(
  { key, label, phrase, open: openField, inputs }: TypeForm,
  typed: Readonly<Record<string, string>>,
  stood: BedCount | null,
  homeClosed: boolean,
  problems: AnswerProblem[],
): BedCount | null | typeof unreadableAnswer {
  const read = inputs.map(({ field }) => readFigure(typed[field], "whole"));
  if (read.every((figure) => figure === null)) {
    if (!stood || stood.capacity === 0) return null;
    const [{ field, enter }] = inputs;
    problems.push(hard(field, "required", `Enter ${enter}, or 0 if you no longer have any`));
    return unreadableAnswer;
  }
  const said = readYesNo(typed[openField]);
  const open = said ?? stood?.open ?? null;
  const before = problems.length;
  const known = { capacity: null, occupied: null, reserved: null, accepting: null } as Record<BedFigure, number | null>;
  inputs.forEach(({ figure, field, subject, enter }, index) => {
    const value = read[index] ?? null;
    if (value === null) problems.push(hard(field, "required", `Enter ${enter}`));
    else if (value === unreadableAnswer)
      problems.push(
        hard(
          field,
          "whole",
          isBelowNought(typed[field])
            ? `${subject} cannot be less than 0`
            : `${subject} must be a whole number, like 12`,
        ),
      );
    else if (value > mostBeds)
      problems.push(hard(field, "greatest", `${subject} must be ${spoken(mostBeds)} or fewer`));
    else known[figure] = value;
  });
  if (open === unreadableAnswer) problems.push(hard(openField, "open", `Select open or closed for ${phrase}`));
  const legible = problems.length === before;
  checkSum(inputs, known, problems);
  if (!legible) return unreadableAnswer;
  const count: BedCount = { ...(known as Record<BedFigure, number>), open: open as boolean | null };
  if (count.accepting > 0 && (homeClosed || open === false)) askAboutClosed(key, label, count.accepting, problems);
  return count;
}

/** Parts that are missing only make the sum larger, so the known ones are judged without them. */
function checkSum(inputs: Inputs, known: Record<BedFigure, number | null>, problems: AnswerProblem[]): void {
  const { capacity, occupied, reserved, accepting } = known;
  if (capacity === null) return;
  const there = `there ${capacity === 1 ? "is 1 bed" : `are ${spoken(capacity)} beds`} of this type`;
  if (occupied !== null && occupied > capacity) {
    const [, { field, subject }] = inputs;
    const most = capacity === 0 ? "0" : `${spoken(capacity)} or fewer`;
    problems.push(hard(field, "at_most", `${subject} must be ${most}: ${there}`));
    return;
  }
  const sum = (occupied ?? 0) + (reserved ?? 0) + (accepting ?? 0);
  if (sum <= capacity) return;
  const [, , held, offered] = inputs;
  const { field } = accepting ? offered : held;
  problems.push(
    hard(field, "sum", `Beds occupied, reserved and accepting admissions add up to ${spoken(sum)}, but ${there}`),
  );
}

function askAboutClosed(key: string, label: string, accepting: number, problems: AnswerProblem[]): void {
  problems.push({
    field: bedField(key, "accepting"),
    code: `beds.${key}.closed_but_accepting`,
    message: `${label}: ${spoken(accepting)} ${accepting === 1 ? "bed is" : "beds are"} accepting admissions, but you have said they are closed to admissions`,
    warning: true,
  });
}

function askAboutCqc(
  first: BedType,
  capacity: number,
  cqcBeds: number | null | undefined,
  problems: AnswerProblem[],
): void {
  if (cqcBeds === null || cqcBeds === undefined || capacity <= cqcBeds) return;
  problems.push({
    field: bedField(first.key, "capacity"),
    code: moreThanCqc.code,
    message: `You have entered ${spoken(capacity)} beds in total, but CQC has registered ${spoken(cqcBeds)}`,
    warning: true,
  });
}

const hard = (field: string, rule: string, message: string): AnswerProblem => ({
  field,
  message,
  code: `${field}.${rule}`,
});
