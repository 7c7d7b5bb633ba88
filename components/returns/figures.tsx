import { SummaryList, Table } from "@/components/ui";
import { formatDate, formatMonth, formatNumber } from "@/lib/format";
import { addMonths, type Month } from "@/lib/london";
import { answerInWords } from "@/lib/questions/answer-words";
import { type BedCount, type BedType, type Beds, unavailable } from "@/lib/questions/beds";
import type { Figures } from "@/lib/questions/figures";
import type { Question } from "@/lib/questions/question";
import { setOf, type WhichSet } from "@/lib/questions/sets";

/** Of which month the figures of a return are, and of which day its beds. */
interface Whose {
  month: Month;
  bedsAt: Date;
  monthly: boolean;
}

/**
 * What a return says, under the headings of its form: the beds as a table, the answers in words. `whose` says beside
 * each heading of which month its figures are; `without` leaves out what the page shows elsewhere.
 */
export function FiguresOf(props: {
  collection: WhichSet;
  figures: Figures;
  bedTypes: readonly BedType[];
  whose?: Whose | undefined;
  without?: readonly string[] | undefined;
}) {
  const { figures, bedTypes, whose, without = [] } = props;
  const { sections, questions, beds } = setOf(props.collection);
  return sections.map((section) => {
    const answered = questions.filter(
      ({ key, section: its }) =>
        its === section.key && (figures.answers[key] ?? null) !== null && !without.includes(key),
    );
    const counts = section.key === beds ? figures.beds : null;
    if (answered.length === 0 && !counts) return null;
    return (
      <section key={section.key} aria-label={section.title}>
        {counts && <BedsOf beds={counts} bedTypes={bedTypes} at={whose?.bedsAt} />}
        {answered.length > 0 && (
          <>
            <h3 className="nhsuk-heading-s">
              {section.title}
              {whose && `: ${ofWhen(whose, answered)}`}
            </h3>
            <SummaryList
              rows={answered.map((question) => ({
                key: question.key,
                label: question.short,
                value: answerInWords(question, figures.answers[question.key]),
              }))}
            />
          </>
        )}
      </section>
    );
  });
}

/** "October 2026", "September 2026" of hours, or the day of what is given any day. */
function ofWhen({ month, bedsAt, monthly }: Whose, questions: readonly Question[]): string {
  if (!monthly) return formatDate(bedsAt);
  const before = questions.every(({ monthBefore }) => monthBefore);
  return formatMonth(before ? addMonths(month, -1) : month);
}

/** The beds of a home, a row a type. `at` says when they were stated. */
export function BedsOf(props: { beds: Beds; bedTypes: readonly BedType[]; at?: Date | undefined }) {
  const { beds, bedTypes, at } = props;
  const rows = bedTypes.flatMap((type) => {
    const count = beds.types[type.key];
    return count ? [{ type, count }] : [];
  });
  return (
    <>
      {beds.open !== null && <p>{beds.open ? "Open to admissions." : "Closed to admissions."}</p>}
      <Table
        caption={at ? `Beds: ${formatDate(at)}` : "Beds"}
        rows={rows}
        rowKey={({ type }) => type.key}
        columns={[
          { key: "type", heading: "Type", cell: ({ type }) => type.label },
          { key: "capacity", heading: "All beds", numeric: true, cell: ({ count }) => formatNumber(count.capacity) },
          { key: "occupied", heading: "Occupied", numeric: true, cell: ({ count }) => formatNumber(count.occupied) },
          { key: "reserved", heading: "Reserved", numeric: true, cell: ({ count }) => formatNumber(count.reserved) },
          {
            key: "accepting",
            heading: "Vacant, accepting",
            numeric: true,
            cell: ({ count }) => formatNumber(count.accepting),
          },
          {
            key: "unavailable",
            heading: "Unavailable",
            numeric: true,
            cell: ({ count }) => formatNumber(unavailable(count)),
          },
          ...(rows.some(({ count }) => count.open !== null) ? [admissions] : []),
        ]}
      />
    </>
  );
}

const admissions = {
  key: "open",
  heading: "Admissions",
  cell: ({ count }: { count: BedCount }) => (count.open === null ? "Not said" : count.open ? "Open" : "Closed"),
};
