import { HowTo } from "@/app/shell/how-to/how-to";
import { redirect } from "next/navigation";
import { ListTable, readTableAddress, type AddressParams } from "@/components/tables";
import { EmptyState, Page, type Column } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import { auditSealing } from "@/lib/jobs/queries";
import { now } from "@/lib/clock";
import { isOpenTo } from "@/lib/people/on-record";
import {
  auditedTables,
  auditEntries,
  auditChanges,
  mostCounted,
  recordSought,
  type AuditEntry,
} from "@/lib/audit/queries";
import { entryInWords, tableInWords } from "@/lib/audit/in-words";
import { auditSubjects } from "@/lib/audit/subjects";
import { supportUser } from "@/lib/web/session";
import { auditFiltersOf } from "./filters";
import { Sealing } from "./sealing";

const path = "/admin/audit";

const columns: Column<AuditEntry & { said: string }>[] = [
  { key: "at", heading: "When", rowHeader: true, cell: (row) => formatDateTime(row.at) },
  {
    key: "actor",
    heading: "Who",
    cell: (row) => (row.onBehalfOf ? `${row.onBehalfOf} (${row.actor})` : row.actor),
  },
  { key: "what", heading: "What", cell: (row) => row.said },
  {
    key: "changes",
    heading: "Changes",
    cell: (row) => (
      <ul className="nhsuk-list nhsuk-body-s break-words">
        {auditChanges(row).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    ),
  },
  { key: "reason", heading: "Why", cell: (row) => row.reason ?? "" },
];

/** Who changed what, when and why. */
export default async function AuditPage(props: { searchParams: Promise<AddressParams> }) {
  const user = await supportUser();
  const params = await props.searchParams;
  const place = readTableAddress(params, columns, { sort: { by: "", direction: "descending" } });
  const filters = auditFiltersOf(params);
  const time = now();
  const person = recordSought(filters);
  if (person !== null && !(await isOpenTo(user, person, time))) redirect(`/admin/people/${person}`);
  const [{ rows, total }, tables, sealing] = await Promise.all([
    auditEntries(user, filters, place, time),
    auditedTables(user),
    auditSealing(user),
  ]);
  const subjectOf = await auditSubjects(rows);
  const query = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) =>
      [value ?? []].flat().map((each): [string, string] => [name, each]),
    ),
  );
  return (
    <Page
      heading="Audit"
      caption="Admin"
      summary="Every change to people, access, locations, windows and settings, every return and every bed update, newest first. No one can change this record."
      back={{ href: "/admin", label: "Admin" }}
      width="wide"
    >
      <HowTo of="audit" />
      <Sealing {...sealing} />
      <form method="get" action={path} role="search" className="ct-no-print flex flex-wrap items-end gap-4">
        <Field name="words" label="Who or why" value={filters.words ?? ""} />
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="table">
            What
          </label>
          <select className="nhsuk-select" id="table" name="table" defaultValue={filters.table}>
            <option value="">Everything</option>
            {tables.map((table) => (
              <option key={table} value={table}>
                {tableInWords(table)}
              </option>
            ))}
          </select>
        </div>
        <Field name="row" label="Record number or reference" value={filters.rowId ?? ""} />
        <Field name="location" label="Location" value={filters.location ?? ""} />
        <Field name="person" label="Person’s number" value={String(filters.personId ?? "")} />
        <Field name="from" label="From day" type="date" value={filters.fromDay} />
        <Field name="until" label="To day" type="date" value={filters.untilDay} />
        <div className="nhsuk-form-group">
          <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">
            Search
          </button>
        </div>
      </form>
      {total === mostCounted && (
        <p>There are at least {mostCounted.toLocaleString("en-GB")} entries. Narrow the search.</p>
      )}
      <ListTable
        caption="Newest first"
        of={["change", "changes"]}
        columns={columns}
        rows={rows.map((row) => ({ ...row, said: entryInWords(row, subjectOf(row)) }))}
        rowKey={(row) => row.id}
        total={total}
        path={path}
        params={params}
        place={place}
        exports={[{ label: "Download as CSV", href: `/admin/audit/download?${query.toString()}` }]}
        empty={<EmptyState heading="Nothing matches">Try fewer words or different dates.</EmptyState>}
      />
    </Page>
  );
}

function Field(props: { name: string; label: string; value: string; type?: "date" }) {
  const { name, label, value, type } = props;
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <input
        className="nhsuk-input nhsuk-input--width-10"
        id={name}
        name={name}
        type={type ?? "search"}
        defaultValue={value}
      />
    </div>
  );
}
