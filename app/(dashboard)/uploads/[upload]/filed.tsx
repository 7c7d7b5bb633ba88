import { Link } from "@/components/ui/link";
import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { Panel, SummaryList, type Column } from "@/components/ui";
import type { User } from "@/lib/access/user";
import { formatDateTime, lotInWords } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { workbookAnswers, workbookReceipts, type SentWorkbookOf } from "@/lib/workbook/queries";
import { ProblemList } from "./problem-list";

type Returned = Awaited<ReturnType<typeof workbookReceipts>>["rows"][number];
type Answered = Awaited<ReturnType<typeof workbookAnswers>>["rows"][number];
type Filed = Returned | Answered;

const columns: Column<Filed>[] = [
  { key: "location", heading: "Location", cell: ({ location }) => location.name },
  {
    key: "collection",
    heading: "Return or survey",
    cell: (row) =>
      "survey" in row
        ? `Survey: ${row.survey.title}`
        : `${collections[row.collection].label}${row.nilReason ? " (nil)" : ""}${row.late ? " (late, does not count)" : ""}`,
  },
  {
    key: "receipt",
    heading: "Receipt",
    cell: (row) =>
      "survey" in row ? (
        <Link href={`/providers/${row.location.id}/surveys/${row.survey.id}`}>
          See the answers<span className="nhsuk-u-visually-hidden"> of {row.location.name}</span>
        </Link>
      ) : (
        <Link href={`/returns/${row.location.id}/${row.collection}/receipt/${row.reference}`}>{row.reference}</Link>
      ),
  },
];

/** The receipt of the lot, the receipt of each return, and the answers to each survey. */
export async function Filed({ sent, user, params }: { sent: SentWorkbookOf; user: User; params: AddressParams }) {
  const place = readTableAddress(params, columns, { sort: { by: "", direction: "ascending" } });
  const [returns, answers] = await Promise.all([
    workbookReceipts(user, sent.id, place),
    workbookAnswers(user, sent.id, place),
  ]);
  const rows: Filed[] = [...returns.rows, ...answers.rows];
  const left = sent.review?.kinds.filter(({ warning }) => !warning) ?? [];
  return (
    <>
      <Panel title={`${lotInWords(returns.total, answers.total)} filed`}>
        Reference for all of them: {sent.reference}
      </Panel>
      <SummaryList
        rows={[
          { label: "Filed at", value: sent.filedAt ? formatDateTime(sent.filedAt) : "" },
          { label: "File", value: sent.fileName },
          { label: "Fingerprint of the file (SHA-256)", value: <span className="break-all">{sent.hash}</span> },
        ]}
      />
      <ProblemList kinds={left} upload={sent.id} csv={/\.csv$/i.test(sent.fileName)} />
      <ListTable
        caption="Receipts"
        of={answers.total > 0 ? ["row", "rows"] : ["receipt", "receipts"]}
        columns={columns}
        rows={rows}
        rowKey={(row) => ("survey" in row ? `${row.survey.id} ${row.location.id}` : row.reference)}
        total={returns.total + answers.total}
        path={`/uploads/${sent.id}`}
        params={params}
        place={place}
      />
    </>
  );
}
