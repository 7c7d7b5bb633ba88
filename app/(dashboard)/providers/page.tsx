import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { addressWith, ListTable, type AddressParams } from "@/components/tables";
import { EmptyState, Figure, FigureRow, Page } from "@/components/ui";
import { isLocationKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatCount, formatDateTime, formatNumber } from "@/lib/format";
import { filterChoices } from "@/lib/records/filter-choices";
import { type GroupGlance, groupGlance, providerList } from "@/lib/records/provider-list";
import { surveyCounts } from "@/lib/surveys/survey-counts";
import { currentUser } from "@/lib/web/session";
import { providerColumns } from "./columns";
import { ProviderFilters } from "./filters";
import { filtersInWords } from "./filter-words";
import { providersAsked } from "./list-address";

/** The locations that someone may see: narrowed, sorted and paged by the address. */
export default async function ProvidersPage(props: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  if (!can(user, "see provider records")) notFound();
  const params = await props.searchParams;
  const time = now();
  const { wanted, place } = providersAsked(params);
  const [list, choices, glance] = await Promise.all([
    providerList(user, wanted, time),
    filterChoices(user),
    groupGlance(user, time),
  ]);
  const ids = list.rows.map(({ id }) => id);
  const surveys = await surveyCounts(user, ids, time);
  const file = (format: string) => addressWith("/providers/download", params, { format, page: null, size: null });
  return (
    <Page heading="Providers" summary={`Every location that you can see. As of ${formatDateTime(time)}.`} width="full">
      <HowTo of="providers" />
      {glance && <Glance glance={glance} />}
      <ProviderFilters wanted={wanted} choices={choices} keeps={kept(params)} />
      <ListTable
        caption="Providers"
        of={["location", "locations"]}
        columns={providerColumns(user.kind === "support" || isLocationKind(user.kind), time)}
        rows={list.rows.map((row) => ({ ...row, surveys: surveys.get(row.id) }))}
        rowKey={({ id }) => String(id)}
        total={list.total}
        path="/providers"
        params={params}
        place={{ ...place, page: list.page }}
        chooser
        filters={filtersInWords(wanted, choices).map(({ name, words }) => ({
          label: words,
          without: { [name]: null },
        }))}
        exports={[
          { label: "Download as Excel", href: file("xlsx") },
          { label: "Download as CSV", href: file("csv") },
        ]}
        empty={
          <EmptyState heading="No locations match">
            Check the spelling, or remove a filter. Locations that have closed are no longer listed.
          </EmptyState>
        }
      />
      <p className="nhsuk-body-s">
        Returns are those of the current window. Compliance is worked out from the last 12 windows. Contains CQC
        information licensed under the Open Government Licence v3.0.
      </p>
    </Page>
  );
}

/** What a new search keeps of the address: order, page size and columns. */
const kept = (params: AddressParams): Record<string, string> =>
  Object.fromEntries(
    ["sort", "direction", "size"].flatMap((name) => {
      const value = params[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );

function Glance({ glance }: { glance: GroupGlance }) {
  const { locations, filed, owing, atRisk, freeBeds, wellRated } = glance;
  return (
    <section aria-label="Your group at a glance">
      <FigureRow>
        <Figure label="Locations" value={formatNumber(locations)} />
        <Figure label="Filed this window" value={`${formatNumber(filed)} of ${formatNumber(owing)}`} />
        <Figure label="At risk or worse" value={formatNumber(atRisk)} />
        <Figure label="Free beds" value={formatNumber(freeBeds)} />
        <Figure label="Good or outstanding" value={formatCount("location", wellRated)} />
      </FigureRow>
    </section>
  );
}
