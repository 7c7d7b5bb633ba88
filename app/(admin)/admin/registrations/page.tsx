import { HowTo } from "@/app/shell/how-to/how-to";
import {
  ButtonGroup,
  EmptyState,
  FilterTags,
  Page,
  Pagination,
  SelectField,
  SubmitButton,
  Table,
  TextField,
} from "@/components/ui";
import { addressWith, type AddressParams } from "@/components/tables";
import { kindLabel, registeringKinds } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { requestsWaiting } from "@/lib/registrations/queries";
import { readFilters, requestStateLabels } from "./filters";
import { supportUser } from "@/lib/web/session";
import { requestColumns } from "@/components/people/request-columns";
import { DecidedBanner } from "@/components/people/decided-banner";

const path = "/admin/registrations";

/** Every registration and request there is, with its age: support may decide any. */
export default async function RegistrationsPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const user = await supportUser();
  const params = await searchParams;
  const { filters, whose, page } = readFilters(params);
  const time = now();
  const { rows, total, pages } = await requestsWaiting(user, filters, page, time);
  return (
    <Page
      heading="Registrations and requests"
      width="wide"
      back="/admin"
      summary={
        filters.state && filters.state !== "waiting"
          ? formatCount("request", total)
          : `${formatCount("person", total, "people")} waiting`
      }
      banner={<DecidedBanner decided={params.decided} />}
    >
      <HowTo of="registrations" />
      <form method="get" action={path} role="search">
        <div className="grid items-end gap-x-6 sm:grid-cols-2 lg:grid-cols-4 [&_.nhsuk-input]:w-full [&_.nhsuk-select]:w-full">
          <TextField
            name="text"
            label="Name, email address, reference or location"
            value={filters.text}
            width={20}
            type="search"
          />
          <SelectField
            name="whose"
            label="Who decides"
            value={whose}
            empty={null}
            choices={[
              { value: "all", label: "Anyone" },
              { value: "ours", label: `Support: no approver, or over ${env().REGISTRATION_WAITING_HOURS} hours` },
            ]}
          />
          <SelectField
            name="state"
            label="Status"
            value={filters.state ?? "waiting"}
            empty={null}
            choices={Object.entries(requestStateLabels).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="kind"
            label="Provider type"
            value={filters.kind ?? ""}
            empty="All"
            choices={registeringKinds.map((type) => ({ value: type, label: kindLabel(type) }))}
          />
        </div>
        <ButtonGroup>
          <SubmitButton look="secondary">Show</SubmitButton>
        </ButtonGroup>
      </form>
      <FilterTags
        tags={[
          ...(filters.text
            ? [{ label: `“${filters.text}”`, removeHref: addressWith(path, params, { text: null }) }]
            : []),
          ...(filters.kind
            ? [{ label: kindLabel(filters.kind), removeHref: addressWith(path, params, { kind: null }) }]
            : []),
        ]}
        clearHref={path}
      />
      <Table
        caption="Registrations and requests"
        captionHidden
        columns={requestColumns(time, env().REGISTRATION_WAITING_HOURS)}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState heading="No requests match" action={{ href: path, label: "Show all waiting" }}>
            <p>Registrations, and requests from people who already have an account, are listed here.</p>
          </EmptyState>
        }
      />
      <Pagination page={page} pages={pages} hrefOf={(to) => addressWith(path, params, { page: to, decided: null })} />
    </Page>
  );
}
