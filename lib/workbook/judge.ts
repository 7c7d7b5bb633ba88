import type { Problem } from "@/lib/outcome";
import { checkReturn } from "@/lib/questions/check";
import { type Collection, isMandated } from "@/lib/questions/collections";
import { type Difference, differences } from "@/lib/questions/differences";
import type { Figures } from "@/lib/questions/figures";
import { nilReasons } from "@/lib/questions/nil-reasons";
import { typedFrom } from "@/lib/questions/typed";
import { notesOfSupport } from "@/lib/returns/accepted-figures";
import { checkFiling } from "@/lib/returns/check-filing";
import { putRightInPlace, unansweredIn } from "@/lib/returns/check-unchanged";
import { currentReturn } from "@/lib/returns/replaces";
import { windowToken } from "@/lib/returns/window-moved";
import { bedTypesOf, figuresNow } from "@/lib/returns/figures-now";
import type { Filing } from "@/lib/returns/filing";
import type { FilingFacts } from "@/lib/returns/filing-facts";
import { windowFor } from "@/lib/windows/calendar";
import { isOpen, monthFor } from "@/lib/windows/reporting-window";
import { actions } from "./columns";
import type { SentReturn, SentRows, Where } from "./sent-return";

/** What a return of the workbook will do: answer a window that has no return yet, replace one, or nothing as it is. */
export type Verdict = "new" | "changed" | "unchanged" | "nil" | "problems";

/** A problem or a warning, and its position in the file. */
export interface PlacedProblem extends Problem, Where {
  code: string;
}

/** What is filed, as the one check takes it. */
export type SaidInWorkbook = Pick<Filing, "typed" | "nil" | "unchanged" | "standing" | "shown">;

export interface JudgedReturn {
  locationId: number;
  location: string;
  collection: Collection;
  verdict: Verdict;
  said: SaidInWorkbook;
  problems: PlacedProblem[];
  differences: Difference[];
}

/** Was nothing in its rows changed or said? Then they file nothing. */
export const filesNothing = ({ action, changed, reason, note }: SentRows): boolean =>
  action === "" && !changed && reason === "" && note === "";

/**
 * Judges what the rows of one location say, with the same check as the form: no rule and no sentence is of our own but
 * about cells that cannot be read. Null for rows that were left as they are: they file nothing.
 */
export function judge(sent: SentReturn, facts: FilingFacts, now: Date): JudgedReturn | null {
  const { collection } = sent;
  if (filesNothing(sent)) return null;
  const { location } = facts;
  const month = monthFor(now);
  const window = windowFor(facts.calendar, month, now, location.id);
  const late = isMandated(collection) && !isOpen(window, now);
  const before = figuresNow(facts, collection, month);
  const said = saidOf(sent, facts, before, late, now);
  const filing: Filing = { locationId: location.id, collection, ...said, idempotencyKey: "judged", source: "workbook" };
  const checked = checkFiling(facts, filing, now);
  const unread = sent.problems.map((problem): PlacedProblem => problem);
  const found = checked.ok
    ? []
    : checked.problems.filter(
        ({ field, warning }) => warning || !unread.some((one) => one.field !== undefined && one.field === field),
      );
  const problems = [
    ...actionProblems(sent, altered(sent, facts, before, month)),
    ...unread,
    ...found.map((problem) => placedInFile(problem, sent)),
  ];
  const notes = notesOfSupport(facts.acceptedFigures, collection, month, facts.calendar.seasonsIn(month));
  const noted = (each: Difference): Difference => {
    const said = notes[isOccupied(each.key) ? "beds" : each.key];
    return said ? { ...each, note: said.join(" ") } : each;
  };
  const after = said.nil ? null : checked.ok ? checked.value : figuresOf(facts, collection, said.typed, month);
  return {
    ...{ locationId: location.id, location: location.name, collection, said, problems },
    verdict: problems.some(({ warning }) => !warning)
      ? "problems"
      : verdictOf(sent, currentReturn(facts, month, late) !== null),
    differences:
      after === null || said.unchanged
        ? []
        : differences(
            collection,
            before ?? { answers: {} },
            { answers: after.answers ?? {}, beds: after.beds ?? null },
            bedTypesOf(facts, collection, month),
          ).map(noted),
  };
}

const isOccupied = (field: string) => /^beds\..*\.occupied$/.test(field);

const verdictOf = ({ action }: SentReturn, filed: boolean): Verdict =>
  action === "nil" ? "nil" : action === "same" ? "unchanged" : filed ? "changed" : "new";

function saidOf(
  sent: SentReturn,
  facts: FilingFacts,
  before: Figures | null,
  late: boolean,
  now: Date,
): SaidInWorkbook {
  const month = monthFor(now);
  const beds = before?.beds ?? facts.newestBeds?.beds;
  const typed = { ...typedFrom(before?.answers ?? {}, beds), ...sent.typed };
  const seen = Number(sent.looked.split(".")[0]) === (facts.past[0]?.id ?? 0);
  const standing = seen ? (currentReturn(facts, month, late)?.reference ?? "") : "another";
  const shown = windowToken(month, late);
  const reason = nilReasons.find(({ key, label }) => [key, label.toLowerCase()].includes(sent.reason.toLowerCase()));
  return {
    ...{ typed, standing, shown },
    ...(sent.action === "nil" && { nil: { reason: reason?.key ?? sent.reason, note: sent.note } }),
    ...(sent.action === "same" && { unchanged: { looked: sent.looked } }),
  };
}

/** What was typed, as figures to be shown, whatever is wrong with it. */
function figuresOf(facts: FilingFacts, collection: Collection, typed: Filing["typed"], month: string): Figures {
  const seasons = facts.calendar.seasonsIn(month);
  return checkReturn({ collection, month, seasons, bedTypes: bedTypesOf(facts, collection, month), typed });
}

/** A problem of a field at the cell that the field was read from, or else at the first of its rows. */
export function placedInFile({ field, code, ...problem }: Problem, sent: SentRows): PlacedProblem {
  const where = (field !== undefined && sent.places[field]) || sent.first;
  return { ...problem, ...(field !== undefined && { field }), code: code ?? field ?? problem.message, ...where };
}

/** Does a row change a figure that "same" leaves as it is? What that form has fields for may be answered with it. */
function altered(
  { collection, typed, columns }: SentReturn,
  facts: FilingFacts,
  before: Figures | null,
  month: string,
): boolean {
  const was = typedFrom(before?.answers ?? {}, before?.beds);
  const asked = [...unansweredIn(facts, collection, month), ...putRightInPlace(facts, collection, month)];
  const added = new Set(asked.map(({ key }) => key));
  return Object.entries(typed).some(([field, text]) => {
    const meaning = columns[field]?.meaning ?? ((said: string) => said);
    return !added.has(field) && meaning(text) !== meaning(was[field] ?? "");
  });
}

/** What is wrong with the action of a row, which may be one of `known`. */
export function actionProblems(
  { action, first, places, reason, note }: SentRows,
  changed: boolean,
  known: readonly string[] = actions,
): PlacedProblem[] {
  const at = places.action ?? first;
  if (action !== "" && !known.includes(action))
    return [{ ...at, code: "action.unknown", message: `Action must be ${known.join(" or ")}, or blank` }];
  if (action === "same" && changed)
    return [
      {
        ...at,
        code: "action.same",
        message:
          "The row says that nothing has changed, but figures in it were changed. Clear the action, or put the figures back",
      },
    ];
  if (action === "" && (reason !== "" || note !== ""))
    return [
      {
        ...at,
        code: "action.nil",
        message: "The row has a reason for a nil return. Enter nil as its action, or clear the reason",
      },
    ];
  return [];
}
