import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { ListTable, readTableAddress, ListSearchForm, type AddressParams } from "@/components/tables";
import { EmptyState, Page, type Column } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { formatDateTime } from "@/lib/format";
import { peopleHistory, type PeopleEvent } from "@/lib/people/history";
import { currentUser } from "@/lib/web/session";
import { filtersOf } from "@/app/(dashboard)/accounts/people/address";
import { levelLabels } from "@/components/people/words";

const columns: Column<PeopleEvent>[] = [
  { key: "at", heading: "When", cell: (row) => formatDateTime(row.at), rowHeader: true },
  { key: "person", heading: "Who", cell: (row) => `${row.person} (${row.email})` },
  {
    key: "what",
    heading: "What",
    cell: (row) =>
      row.what === "in" ? `Given access to ${row.place} as ${levelLabels[row.level]}` : `Access to ${row.place} ended`,
  },
  { key: "by", heading: "By", cell: (row) => row.by ?? "The service" },
  { key: "reason", heading: "Why", cell: (row) => row.reason ?? "" },
];

/** Who was given or lost access to what this person approves for. */
export default async function PeopleHistoryPage(props: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  if (!can(user, "manage people")) notFound();
  const params = await props.searchParams;
  const place = readTableAddress(params, columns, { sort: { by: "", direction: "descending" } });
  const { words } = filtersOf(params);
  const { rows, total } = await peopleHistory(user, { words, page: place.page, size: place.size });
  const path = "/accounts/people/history";
  return (
    <Page heading="History of access" back={{ href: "/accounts/people", label: "Manage users" }} width="wide">
      <HowTo of="access-history" />
      <ListSearchForm path={path} press="Search" sought={{ label: "Name, email address or place", value: words }} />
      <ListTable
        caption="Newest first"
        of={["event", "events"]}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.at.getTime()}-${row.what}-${row.personId}-${row.place}`}
        total={total}
        path={path}
        params={params}
        place={place}
        filters={words ? [{ label: `“${words}”`, without: { words: null } }] : []}
        empty={
          <EmptyState heading="Nothing yet">
            When someone is given access or removed, it will be listed here.
          </EmptyState>
        }
      />
    </Page>
  );
}
