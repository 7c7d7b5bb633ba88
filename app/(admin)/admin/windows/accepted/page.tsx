import { ActionLink, EmptyState, Page, Table } from "@/components/ui";
import { formatDateTime, formatMonth, inSentence } from "@/lib/format";
import { collectionKeys, collections } from "@/lib/questions/collections";
import { spoken } from "@/lib/questions/problem";
import { acceptedFigures } from "@/lib/windows/support/accept-figure";
import { supportUser } from "@/lib/web/session";
import { EndLink } from "@/app/(admin)/admin/windows/end-link";

/** Figures that support has accepted against a check, and the way to accept another. */
export default async function AcceptedFiguresPage() {
  const user = await supportUser();
  return (
    <Page
      heading="Accepted figures"
      summary="If a figure is right although one of our checks refuses or questions it, accept it here for one location and window. The provider sees this beside the figure. Every other check still holds, and the return is still due."
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
      width="wide"
    >
      <h2 className="nhsuk-heading-m">Accept a figure</h2>
      {collectionKeys.map((key) => (
        <ActionLink key={key} href={`/admin/windows/accepted/${key}`}>
          Accept a figure of the {inSentence(collections[key].label)}
        </ActionLink>
      ))}
      <Table
        caption="Accepted figures"
        captionSize="m"
        rows={await acceptedFigures(user)}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState heading="No figures have been accepted" />}
        columns={[
          { key: "location", heading: "Location", cell: (row) => row.location },
          {
            key: "window",
            heading: "Return and window",
            cell: (row) => `${collections[row.collection].label}, ${formatMonth(row.month)}`,
          },
          { key: "check", heading: "Check", cell: (row) => row.check },
          { key: "figure", heading: "Figure", numeric: true, cell: (row) => spoken(row.figure) },
          { key: "reason", heading: "Reason", cell: (row) => row.reason },
          { key: "by", heading: "Accepted", cell: (row) => `${row.by}, ${formatDateTime(row.at)}` },
          {
            key: "state",
            heading: "State",
            cell: (row) => <EndLink endedAt={row.endedAt} what="accepted" id={row.id} />,
          },
        ]}
      />
    </Page>
  );
}
