import { SummaryList, Table } from "@/components/ui";
import { formatNumber } from "@/lib/format";
import { answerInWords } from "@/lib/questions/answer-words";
import { type BedCount, type BedType, type Beds, unavailable } from "@/lib/questions/beds";
import type { Figures } from "@/lib/questions/figures";
import { setOf, type WhichSet } from "@/lib/questions/sets";

/** What a return says, under the headings of its form: the beds as a table, the answers in words. */
export function FiguresOf(props: { collection: WhichSet; figures: Figures; bedTypes: readonly BedType[] }) {
  const { figures, bedTypes } = props;
  const { sections, questions, beds } = setOf(props.collection);
  return sections.map((section) => {
    const answered = questions.filter(
      ({ key, section: its }) => its === section.key && (figures.answers[key] ?? null) !== null,
    );
    const counts = section.key === beds ? figures.beds : null;
    if (answered.length === 0 && !counts) return null;
    return (
      <section key={section.key} aria-label={section.title}>
        {counts && <BedsOf beds={counts} bedTypes={bedTypes} />}
        {answered.length > 0 && (
          <>
            <h3 className="nhsuk-heading-s">{section.title}</h3>
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

/** The beds of a home, a row a type. */
export function BedsOf({ beds, bedTypes }: { beds: Beds; bedTypes: readonly BedType[] }) {
  const rows = bedTypes.flatMap((type) => {
    const count = beds.types[type.key];
    return count ? [{ type, count }] : [];
  });
  return (
    <>
      {beds.open !== null && <p>{beds.open ? "Open to admissions." : "Closed to admissions."}</p>}
      <Table
        caption="Beds"
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
