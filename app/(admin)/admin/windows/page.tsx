import Link from "next/link";
import { ActionLink, EmptyState, NotificationBanner, Page, Table, Tag } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate, formatDateTime, formatMonth } from "@/lib/format";
import { collectionKeys, collections } from "@/lib/questions/collections";
import { seasonNames } from "@/lib/questions/seasons";
import { calendarNow, windowsNow } from "@/lib/returns/queries";
import { windowSentence } from "@/lib/returns/reporting-window";
import { decisions } from "@/lib/returns/support/queries";
import { supportUser } from "@/lib/session";
import { providerTypeNames, typesOf } from "./provider-types";

/** What is asked from when to when: windows, seasons, collections and bank holidays. */
export default async function AdminWindowsPage(props: { searchParams: Promise<{ done?: string | string[] }> }) {
  const user = await supportUser();
  const time = now();
  const [made, windows, calendar] = await Promise.all([decisions(user), windowsNow(time), calendarNow()]);
  const window = windows.current ?? windows.latestOpened;
  const changed = (await props.searchParams).done !== undefined;
  return (
    <Page
      heading="Windows and seasons"
      summary={`${formatMonth(window.month)} window. ${windowSentence(window, time)}.`}
      width="wide"
      back="/admin"
      banner={changed && <NotificationBanner success heading="Your change is in force." />}
    >
      <ActionLink href="/admin/windows/extend">Extend a window</ActionLink>
      <Extensions rows={made.extensions} />
      <Seasons rows={made.seasons} />
      <ActionLink href="/admin/windows/seasons">Switch a season or campaign on</ActionLink>
      <Table
        caption="Collections"
        captionSize="m"
        rows={collectionKeys}
        rowKey={(key) => key}
        columns={[
          { key: "label", heading: "Collection", cell: (key) => collections[key].label },
          {
            key: "often",
            heading: "How often",
            cell: (key) => (collections[key].often === "monthly" ? "Each window" : "Any day"),
          },
          {
            key: "types",
            heading: "Asked of",
            cell: (key) =>
              typesOf(key, calendar.switched)
                .map((type) => providerTypeNames[type])
                .join(", ") || "Nobody",
          },
          {
            key: "change",
            heading: "Change",
            cell: (key) => (
              <Link href={`/admin/windows/collections/${key}`}>
                Change<span className="nhsuk-u-visually-hidden"> who is asked for the {collections[key].label}</span>
              </Link>
            ),
          },
        ]}
      />
      <h2 className="nhsuk-heading-m">Bank holidays</h2>
      <p>
        {made.holidaysUntil
          ? `GOV.UK’s file is in force and runs out on ${formatDate(calendar.holidays.announcedUntil ?? made.holidaysUntil)}. After that day the rules decide.`
          : "GOV.UK’s file was not imported yet: the rules that bank holidays are set by decide."}
      </p>
      <ActionLink href="/admin/windows/holidays">Import GOV.UK’s file of bank holidays</ActionLink>
    </Page>
  );
}

type Made = Awaited<ReturnType<typeof decisions>>;

function Extensions({ rows }: { rows: Made["extensions"] }) {
  return (
    <Table
      caption="Extensions"
      captionSize="m"
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState heading="No window was extended yet" />}
      columns={[
        { key: "month", heading: "Window", cell: (row) => formatMonth(row.month.toISOString().slice(0, 7)) },
        {
          key: "until",
          heading: "Closes at the end of",
          cell: (row) => formatDate(row.lastDay.toISOString().slice(0, 10)),
        },
        { key: "for", heading: "For", cell: (row) => row.location ?? "All locations" },
        { key: "reason", heading: "Reason", cell: (row) => row.reason },
        { key: "state", heading: "State", cell: (row) => <State endedAt={row.endedAt} what="extension" id={row.id} /> },
      ]}
    />
  );
}

function Seasons({ rows }: { rows: Made["seasons"] }) {
  return (
    <Table
      caption="Seasons and campaigns"
      captionSize="m"
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={
        <EmptyState heading="Seasons are as usual">
          <p>Flu vaccination is asked in the windows of November to March, and no COVID-19 campaign is on.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "key",
          heading: "Questions",
          cell: ({ key }) => (Object.hasOwn(seasonNames, key) ? seasonNames[key as keyof typeof seasonNames] : key),
        },
        { key: "from", heading: "From", cell: (row) => formatMonth(row.from.toISOString().slice(0, 7)) },
        { key: "until", heading: "Until", cell: (row) => formatMonth(row.until.toISOString().slice(0, 7)) },
        { key: "state", heading: "State", cell: (row) => <State endedAt={row.endedAt} what="season" id={row.id} /> },
      ]}
    />
  );
}

function State({ endedAt, what, id }: { endedAt: Date | null; what: string; id: number }) {
  if (endedAt) return <Tag colour="grey">Ended {formatDateTime(endedAt)}</Tag>;
  return (
    <Link href={`/admin/windows/end/${what}/${id}`}>
      End<span className="nhsuk-u-visually-hidden"> this {what}</span>
    </Link>
  );
}
