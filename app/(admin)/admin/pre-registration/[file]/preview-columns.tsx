import { Tag, type Column } from "@/components/ui";
import type { PreviewLine } from "@/lib/uploads/pre-registrations";

/** The lines of a spreadsheet of managers, and what each will do; once confirmed, what each did. */
export const previewColumns = (confirmed: boolean): Column<PreviewLine>[] => [
  { key: "line", heading: "Line", numeric: true, cell: (row) => row.line },
  {
    key: "who",
    heading: "Manager",
    rowHeader: true,
    cell: (row) => (
      <div className="wrap-anywhere">
        {row.name || "No name"}
        <div className="nhsuk-body-s">{row.email}</div>
      </div>
    ),
  },
  {
    key: "place",
    heading: "Location",
    cell: (row) => <div className="wrap-anywhere">{[row.location, row.place].filter(Boolean).join(", ")}</div>,
  },
  { key: "verdict", heading: confirmed ? "Result" : "What it does", cell: (row) => <Verdict row={row} /> },
];

function Verdict({ row }: { row: PreviewLine }) {
  if (row.result?.startsWith("Refused"))
    return (
      <>
        <Tag colour="red">{labels.refused}</Tag>
        <div className="nhsuk-body-s wrap-anywhere">{row.result.replace(/^Refused: /, "")}</div>
      </>
    );
  if (row.result !== null) return <>{row.result}</>;
  return (
    <>
      <Tag colour={row.verdict === "refused" ? "red" : row.verdict === "nothing to do" ? "grey" : "green"}>
        {labels[row.verdict]}
      </Tag>
      {[...row.problems, ...row.warnings].length > 0 && (
        <ul className="nhsuk-list nhsuk-body-s wrap-anywhere">
          {[...row.problems, ...(row.verdict === "refused" ? [] : row.warnings)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const labels: Record<PreviewLine["verdict"], string> = {
  "new account": "New account, approver",
  "adds access": "Adds access, approver",
  "raises to approver": "Becomes approver",
  "nothing to do": "Nothing to do",
  refused: "Refused",
};
