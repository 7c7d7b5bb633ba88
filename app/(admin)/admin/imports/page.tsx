import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { ButtonLink, EmptyState, Page, Table, Tag, type Column } from "@/components/ui";
import { UploadTag } from "@/components/uploads";
import { now } from "@/lib/clock";
import { formatDateTime, formatNumber } from "@/lib/format";
import type { ImportRun } from "@/lib/locations/queries";
import { importRunsPage, uploads } from "@/lib/uploads/queries";
import { supportUser } from "@/lib/web/session";
import { registerLabel } from "./labels";

const path = "/admin/imports";

const number = (key: "rows" | "added" | "changed" | "closed" | "unchanged" | "skipped", heading: string) => ({
  key,
  heading,
  numeric: true,
  cell: (run: ImportRun) => formatNumber(run[key]),
});

const columns: Column<ImportRun>[] = [
  {
    key: "file",
    heading: "File",
    rowHeader: true,
    cell: ({ id, fileName, fileHash }) => (
      <span className="inline-block w-48 wrap-anywhere">
        <Link href={`${path}/runs/${id}`}>{fileName}</Link>
        <br />
        <span className="nhsuk-body-s">SHA-256 {fileHash.slice(0, 8)}…</span>
      </span>
    ),
  },
  {
    key: "register",
    heading: "Register",
    cell: ({ register, dryRun }) => (
      <>
        {registerLabel(register)}
        <br />
        {dryRun ? <Tag colour="grey">Dry run</Tag> : <Tag colour="green">Imported</Tag>}
      </>
    ),
  },
  number("rows", "Read"),
  number("added", "New"),
  number("changed", "Changed"),
  number("closed", "Closed"),
  number("unchanged", "Unchanged"),
  number("skipped", "Skipped"),
  {
    key: "when",
    heading: "When and who",
    sort: "date",
    cell: ({ startedAt, actor }) => (
      <span className="inline-block w-44 wrap-anywhere">
        {formatDateTime(startedAt)}
        <br />
        <span className="nhsuk-body-s">{actor}</span>
      </span>
    ),
  },
];

/** Every run of an import, and the files that wait to be confirmed. */
export default async function ImportsPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const user = await supportUser();
  const params = await searchParams;
  const place = readTableAddress(params, columns, { sort: { by: "when", direction: "descending" }, size: 25 });
  const [waiting, { rows, total }] = await Promise.all([
    uploads(user, now()),
    importRunsPage(user, { ...place, oldestFirst: place.sort.direction === "ascending" }),
  ]);
  return (
    <Page
      heading="Imports"
      width="full"
      back={{ href: "/admin", label: "Admin" }}
      summary="Registers of providers, locations, NHS organisations, postcodes and areas, and PAMMS ratings."
      actions={<ButtonLink href={`${path}/new`}>Upload a register</ButtonLink>}
    >
      <HowTo of="imports" />
      {waiting.length > 0 && (
        <Table
          caption="Files uploaded in the last 24 hours"
          captionSize="m"
          rows={waiting}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: "file",
              heading: "File",
              rowHeader: true,
              cell: ({ id, fileName }) => (
                <Link href={`${path}/uploads/${id}`} className="wrap-anywhere">
                  {fileName}
                </Link>
              ),
            },
            { key: "register", heading: "Register", cell: ({ register }) => registerLabel(register) },
            { key: "stage", heading: "Status", cell: ({ stage }) => <UploadTag stage={stage} /> },
            { key: "who", heading: "Uploaded by", cell: ({ madeBy }) => madeBy },
            { key: "when", heading: "Uploaded", cell: ({ madeAt }) => formatDateTime(madeAt) },
          ]}
        />
      )}
      <ListTable
        caption="Runs"
        of={["run", "runs"]}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => String(id)}
        total={total}
        path={path}
        params={params}
        place={place}
        empty={
          <EmptyState
            heading="Nothing has been imported yet"
            action={{ href: `${path}/new`, label: "Upload a register" }}
          />
        }
      />
    </Page>
  );
}
