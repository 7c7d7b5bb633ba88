import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { EmptyState, Page, Pagination, Table } from "@/components/ui";
import { addressWith, type AddressParams } from "@/components/tables";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { requestsWaiting } from "@/lib/registrations/queries";
import { currentUser } from "@/lib/web/session";
import { requestColumns } from "@/components/people/request-columns";
import { DecidedBanner } from "@/components/people/decided-banner";

/** Who waits for this person's decision, longest first. */
export default async function RequestsPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  if (!can(user, "decide requests")) notFound();
  const params = await searchParams;
  const page = Math.max(1, Number(params.page) || 1);
  const time = now();
  const { rows, total, pages } = await requestsWaiting(user, {}, page, time);
  const hours = env().REGISTRATION_WAITING_HOURS;
  return (
    <Page
      heading="People awaiting approval"
      width="wide"
      back="/accounts"
      summary={`${formatCount("person", total, "people")} waiting. Please decide within ${hours} hours.`}
      banner={<DecidedBanner decided={params.decided} />}
    >
      <HowTo of="requests" />
      <Table
        caption="Longest waiting first"
        columns={requestColumns(time, hours)}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={
          <EmptyState
            heading="No one is waiting"
            {...(user.kind === "support" && {
              action: { href: "/admin/registrations", label: "See all registrations" },
            })}
          >
            <p>
              When someone asks for access to a location or area where you are an approver, they will be listed here and
              we will email you.
            </p>
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => addressWith("/accounts/requests", params, { page: to, decided: null })}
      />
    </Page>
  );
}
