import Link from "next/link";
import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { Panel, SummaryList, type Column } from "@/components/ui";
import type { User } from "@/lib/access/user";
import { formatDateTime, formatNumber } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { workbookReceipts, type SentWorkbookOf } from "@/lib/workbook/queries";
import { ProblemList } from "./problem-list";

type Filed = Awaited<ReturnType<typeof workbookReceipts>>["rows"][number];

const columns: Column<Filed>[] = [
  { key: "location", heading: "Location", cell: ({ location }) => location.name },
  {
    key: "collection",
    heading: "Return",
    cell: ({ collection, nilReason, late }) =>
      `${collections[collection].label}${nilReason ? " (nil)" : ""}${late ? " (late, does not count)" : ""}`,
  },
  {
    key: "receipt",
    heading: "Receipt",
    cell: ({ reference, collection, location }) => (
      <Link href={`/returns/${location.id}/${collection}/receipt/${reference}`}>{reference}</Link>
    ),
  },
];

/** The receipt of the lot, and the receipt of each return. */
export async function Filed({ sent, user, params }: { sent: SentWorkbookOf; user: User; params: AddressParams }) {
  const place = readTableAddress(params, columns, { sort: { by: "", direction: "ascending" } });
  const { rows, total } = await workbookReceipts(user, sent.id, place);
  const left = sent.review?.kinds.filter(({ warning }) => !warning) ?? [];
  return (
    <>
      <Panel title={`${formatNumber(total)} ${total === 1 ? "return" : "returns"} filed`}>
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
        of={["receipt", "receipts"]}
        columns={columns}
        rows={rows}
        rowKey={({ reference }) => reference}
        total={total}
        path={`/uploads/${sent.id}`}
        params={params}
        place={place}
      />
    </>
  );
}
