import { HowTo } from "@/app/shell/how-to/how-to";
import { locationsOfKind } from "@/lib/access/kinds";
import { Link } from "@/components/ui/link";
import { ActionLink, NotificationBanner, Page, Table } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate, formatMonth } from "@/lib/format";
import { collectionKeys, collections, kindsAsked, isMandated } from "@/lib/questions/collections";
import { calendarNow, windowsNow } from "@/lib/returns/queries";
import { windowInFull } from "@/lib/windows/reporting-window";
import { decisions } from "@/lib/windows/support/queries";
import { supportUser } from "@/lib/web/session";
import { Extensions } from "./extensions";
import { Seasons } from "./seasons-table";

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
      summary={windowInFull(window, time)}
      width="wide"
      back="/admin"
      banner={changed && <NotificationBanner success heading="Your change is saved and in use now." />}
    >
      <HowTo of="windows" />
      <p>
        {calendar.owedFrom
          ? `Returns are due from the ${formatMonth(calendar.owedFrom)} window onwards.`
          : "Returns are due for every window since a location was registered."}{" "}
        <Link href="/admin/windows/first">Set the first window</Link>.
      </p>
      <ActionLink href="/admin/windows/extend">Extend a window</ActionLink>
      <ActionLink href="/admin/windows/excused">Record an excused month</ActionLink>
      <ActionLink href="/admin/windows/accepted">Accept a figure that a check stops</ActionLink>
      <Extensions rows={made.extensions} />
      <Seasons rows={made.seasons} month={window.month} />
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
            cell: (key) => (isMandated(key) ? "Each window" : "Any day"),
          },
          {
            key: "types",
            heading: "Asked of",
            cell: (key) => kindsAsked(key, calendar.switched).map(locationsOfKind).join(", ") || "No one",
          },
          {
            key: "questions",
            heading: "Questions",
            cell: (key) => (
              <Link href={`/admin/windows/questions/${key}`}>
                See<span className="nhsuk-u-visually-hidden"> what the {collections[key].label} asks</span>
              </Link>
            ),
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
      <h2 className="nhsuk-heading-m">Bed types</h2>
      <p>Which types of bed care homes, hospices and other services report, and what they are called.</p>
      <ActionLink href="/admin/windows/bed-types">See and correct the bed types</ActionLink>
      <h2 className="nhsuk-heading-m">Bank holidays</h2>
      <p>
        {made.holidaysUntil
          ? `GOV.UK’s file is in use and covers dates up to ${formatDate(calendar.holidays.announcedUntil ?? made.holidaysUntil)}. After that we use the usual bank holiday rules.`
          : "GOV.UK’s file has not been imported, so we use the usual bank holiday rules."}
      </p>
      <ActionLink href="/admin/windows/holidays">Import GOV.UK’s file of bank holidays</ActionLink>
    </Page>
  );
}
