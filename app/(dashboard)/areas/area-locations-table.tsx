import { Link } from "@/components/ui/link";
import { ListTable, ListSearchForm, type AddressParams, type TableAddress } from "@/components/tables";
import { EmptyState, Tag, type Column } from "@/components/ui";
import { formatAgo, formatDateTime } from "@/lib/format";
import { organisationHref } from "@/lib/organisations/area-address";
import { StandingTag } from "@/app/(dashboard)/returns/standing-tag";
import type { AreaLocation, ListedState, MandatedCollection } from "@/lib/reports/queries";
import { formatTelephone, telephoneHref } from "@/lib/telephone";

/**
 * The table's columns, with the state of the return in words; `time` makes "2 hours ago" of an instant, and `opens` says
 * of which parent organisations the dashboard may be opened.
 */
const columnsAt = (
  time: Date,
  collection: MandatedCollection,
  opens: (providerId: number) => boolean,
): Column<AreaLocation>[] => [
  {
    key: "name",
    heading: "Location",
    cell: (row) => (
      <>
        <Link href={`/returns/${row.id}/${collection}/history`}>{row.name}</Link>
        {!row.hasUser && <span className="nhsuk-body-s block">No one has an account for this location</span>}
      </>
    ),
    rowHeader: true,
    sort: true,
  },
  {
    key: "provider",
    heading: "Provider",
    cell: ({ provider, providerId }) =>
      opens(providerId) ? <Link href={organisationHref(providerId)}>{provider}</Link> : provider,
    sort: true,
    hideOnPhone: true,
  },
  {
    key: "postcode",
    heading: "Postcode",
    cell: (row) => <span className="whitespace-nowrap">{row.postcode}</span>,
    sort: true,
  },
  {
    key: "telephone",
    heading: "Telephone",
    cell: (row) =>
      row.telephone ? (
        <a className="whitespace-nowrap" href={telephoneHref(row.telephone)}>
          {formatTelephone(row.telephone)}
        </a>
      ) : (
        "Not known"
      ),
  },
  { key: "filed", heading: "This window", cell: (row) => <Filed row={row} />, sort: "date" },
  { key: "standing", heading: "Compliance", cell: (row) => <Standing standing={row.standing} /> },
  {
    key: "updated",
    heading: "Last update",
    cell: (row) => (row.lastUpdatedAt ? formatAgo(row.lastUpdatedAt, time) : "Never"),
    sort: "date",
  },
];

export const sortableColumns = columnsAt(new Date(0), "care_home", () => false).map(({ key, sort }) => ({ key, sort }));

function Filed({ row }: { row: AreaLocation }) {
  if (!row.filedAt)
    return (
      <Tag colour="orange" shape="ring">
        {row.dormant ? "Not filed, dormant" : "Not filed"}
      </Tag>
    );
  return (
    <>
      <Tag colour="green" shape="tick">
        {row.nil ? "Nil return" : "Filed"}
      </Tag>{" "}
      <span className="nhsuk-body-s">{formatDateTime(row.filedAt)}</span>
    </>
  );
}

/** Its compliance, and the months behind it. */
function Standing({ standing: { standing, why, because } }: Pick<AreaLocation, "standing">) {
  return (
    <>
      <StandingTag standing={standing} />
      {because.length > 0 && <span className="nhsuk-body-s block">{why}</span>}
    </>
  );
}

const stateLabels: Record<ListedState, string> = {
  all: "All locations",
  filed: "Filed this window",
  waiting: "Not filed this window",
  risk: "At risk, or worse",
  notice: "Notice threshold reached",
};

/** The locations of an area with their last update, searched and filtered by the address alone. */
export function AreaLocationsTable(props: {
  path: string;
  params: AddressParams;
  place: TableAddress;
  list: { rows: AreaLocation[]; total: number };
  search: string;
  state: ListedState;
  time: Date;
  collection: MandatedCollection;
  opens: (providerId: number) => boolean;
}) {
  const { path, params, search, state } = props;
  return (
    <section aria-labelledby="locations">
      <h2 className="nhsuk-heading-m" id="locations">
        Locations
      </h2>
      <ListSearchForm
        path={path}
        press="Show locations"
        sought={{ name: "search", label: "Name, provider or postcode", value: search }}
        chosen={{ name: "state", label: "Show", value: state, choices: stateLabels }}
        keeps={[["collection", props.collection]]}
      />
      <ListTable
        caption="Locations and their last update"
        of={["location", "locations"]}
        columns={columnsAt(props.time, props.collection, props.opens)}
        rows={props.list.rows}
        rowKey={(row) => String(row.id)}
        total={props.list.total}
        path={path}
        params={params}
        place={props.place}
        filters={[
          ...(search ? [{ label: `“${search}”`, without: { search: null } }] : []),
          ...(state === "all" ? [] : [{ label: stateLabels[state], without: { state: null } }]),
        ]}
        empty={<EmptyState heading="No locations match">Try fewer words, or show all locations.</EmptyState>}
      />
    </section>
  );
}
