import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { type AddressParams, ListTable, readTableAddress } from "@/components/tables";
import { Page, type Column } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { type RecordChange, recordChanges } from "@/lib/records/changes";
import { recordPlace } from "@/lib/records/record-place";
import { currentUser } from "@/lib/web/session";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";

const columns: Column<RecordChange>[] = [
  { key: "at", heading: "When", cell: ({ at }) => formatDateTime(at) },
  { key: "by", heading: "Who", cell: ({ by }) => by },
  { key: "what", heading: "What changed", rowHeader: true, cell: ({ what }) => what },
];

/** Who changed what in a location's record, for those who may see who works there. */
export default async function ChangesPage(props: { params: RecordParams; searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  const id = await locationAt(props.params);
  const params = await props.searchParams;
  const place = await recordPlace(user, id, now());
  if (!place?.maySeePeople) notFound();
  const at = readTableAddress(params, columns, { sort: { by: "at", direction: "descending" } });
  const { rows, total } = await recordChanges(user, place, at);
  return (
    <Page
      heading="What changed"
      caption={place.name}
      back={{ href: `/providers/${id}`, label: "Provider details" }}
      width="wide"
    >
      <HowTo of="record-changes" />
      <ListTable
        caption={`Changes at ${place.name}, newest first`}
        of={["change", "changes"]}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        total={total}
        path={`/providers/${id}/changes`}
        params={params}
        place={at}
        empty={<p>Nothing has been changed yet.</p>}
      />
    </Page>
  );
}
