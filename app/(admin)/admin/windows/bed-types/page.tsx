import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { ActionLink, NotificationBanner, Page, Table } from "@/components/ui";
import { formatMonth } from "@/lib/format";
import { bedGroups } from "@/lib/beds/support/bed-type";
import { bedTypes } from "@/lib/windows/support/queries";
import { supportUser } from "@/lib/web/session";
import { locationsOfKind } from "@/lib/access/kinds";

/** Every kind of bed that services count. */
export default async function BedTypesPage(props: { searchParams: Promise<{ done?: string | string[] }> }) {
  const rows = await bedTypes(await supportUser());
  const changed = (await props.searchParams).done !== undefined;
  return (
    <Page
      heading="Bed types"
      width="wide"
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
      banner={changed && <NotificationBanner success heading="Your change is saved and in use now." />}
    >
      <HowTo of="bed-types" />
      <ActionLink href="/admin/windows/bed-types/new">Add a bed type</ActionLink>
      <Table
        caption="Bed types, in the order that the form shows them"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "label", heading: "Name", cell: ({ label }) => label },
          { key: "service", heading: "Counted by", cell: ({ types }) => types.map(locationsOfKind).join(", ") },
          { key: "group", heading: "Group", cell: ({ group }) => nameOfGroup(group) },
          { key: "from", heading: "From", cell: ({ validFrom }) => monthOr(validFrom, "The beginning") },
          { key: "until", heading: "Until", cell: ({ validTo }) => monthOr(validTo, "No end") },
          {
            key: "change",
            heading: "Change",
            cell: ({ key, label }) => (
              <Link href={`/admin/windows/bed-types/${key}`}>
                Change<span className="nhsuk-u-visually-hidden"> {label}</span>
              </Link>
            ),
          },
        ]}
      />
    </Page>
  );
}

const nameOfGroup = (group: string) =>
  Object.hasOwn(bedGroups, group) ? bedGroups[group as keyof typeof bedGroups] : group;
const monthOr = (day: Date | null, otherwise: string) =>
  day === null ? otherwise : formatMonth(day.toISOString().slice(0, 7));
