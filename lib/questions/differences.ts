import { answerInWords } from "./answer-words";
import { bedField, bedFigures, type BedType, homeOpenField } from "./beds";
import type { Figures } from "./figures";
import { spoken } from "./problem";
import type { Question } from "./question";
import { setOf, type WhichSet } from "./sets";

/** One thing that two returns say differently, in words. `key` is the name of its form field. */
export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** What support has said of the figure. */
  readonly note?: string;
}

/** What changed from one return of a collection to another: beds first, then the answers in the set's order. */
export function differences(
  which: WhichSet,
  before: Figures,
  after: Figures,
  bedTypes: readonly BedType[] = [],
): Difference[] {
  const unlike = ({ key }: Question) => (before.answers[key] ?? null) !== (after.answers[key] ?? null);
  const answers = setOf(which)
    .questions.filter(unlike)
    .map((question) => ({
      key: question.key,
      label: question.short,
      before: answerInWords(question, before.answers[question.key]),
      after: answerInWords(question, after.answers[question.key]),
    }));
  return [...bedsOf(before, after, bedTypes), ...answers].filter((each) => each.before !== each.after);
}

function bedsOf(before: Figures, after: Figures, bedTypes: readonly BedType[]): Difference[] {
  const home = {
    key: homeOpenField,
    label: "Open to admissions",
    before: openInWords(before.beds?.open),
    after: openInWords(after.beds?.open),
  };
  const types = bedTypes.flatMap(({ key, label }) => {
    const [was, is] = [before.beds?.types[key], after.beds?.types[key]];
    return [
      ...bedFigures
        .filter((figure) => was?.[figure] !== is?.[figure])
        .map((figure) => ({
          key: bedField(key, figure),
          label: `${label}: ${figureNames[figure]}`,
          before: countInWords(was?.[figure]),
          after: countInWords(is?.[figure]),
        })),
      {
        key: bedField(key, "open"),
        label: `${label}: open to admissions`,
        before: openInWords(was?.open),
        after: openInWords(is?.open),
      },
    ];
  });
  return [home, ...types];
}

/** The bed figures by name, as tables and forms head them. */
export const figureNames = {
  capacity: "beds in total",
  occupied: "occupied",
  reserved: "reserved",
  accepting: "accepting admissions",
} as const;

const countInWords = (count: number | undefined): string => (count === undefined ? "Not answered" : spoken(count));
/** Whether a home or a type of bed is open to admissions, in a word. */
export const openInWords = (open: boolean | null | undefined): string =>
  open === null || open === undefined ? "Not said" : open ? "Open" : "Closed";
