import { Tag, type Column } from "@/components/ui";
import { collections } from "@/lib/questions/collections";
import type { Verdict } from "@/lib/workbook/judge";
import type { ReviewedReturn } from "@/lib/workbook/queries";

const tags = {
  new: ["blue", "New"],
  changed: ["blue", "Replaces an earlier one"],
  unchanged: ["grey", "Nothing has changed"],
  nil: ["grey", "Nil return"],
  problems: ["red", "Has problems"],
} as const satisfies Record<Verdict, readonly [string, string]>;

function Changes({ differences }: ReviewedReturn) {
  if (differences.length === 0) return "Nothing changes";
  return (
    <ul className="nhsuk-list">
      {differences.map(({ key, label, before, after, note }) => (
        <li key={key}>
          {label}: {before} <span aria-hidden="true">→</span>
          <span className="nhsuk-u-visually-hidden">becomes</span> {after}
          {note && `. ${note}`}
        </li>
      ))}
    </ul>
  );
}

/** One row of a workbook, a return or answers to a survey: what it will do, and what changes, old beside new. */
export const returnColumns: Column<ReviewedReturn>[] = [
  { key: "location", heading: "Location", cell: ({ location }) => location },
  {
    key: "collection",
    heading: "Return or survey",
    cell: ({ collection, survey }) => (collection ? collections[collection].label : `Survey: ${survey?.title ?? ""}`),
  },
  {
    key: "verdict",
    heading: "What it will do",
    cell: ({ verdict }) => <Tag colour={tags[verdict][0]}>{tags[verdict][1]}</Tag>,
  },
  { key: "changes", heading: "Changes", cell: (row) => <Changes {...row} /> },
];
