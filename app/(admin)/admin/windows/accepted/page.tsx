import { HowTo } from "@/app/shell/how-to/how-to";
import { ActionLink, Page } from "@/components/ui";
import { formatMonth, inSentence } from "@/lib/format";
import { collectionKeys, collections } from "@/lib/questions/collections";
import { spoken } from "@/lib/questions/problem";
import { acceptedFigures } from "@/lib/windows/support/accept-figure";
import { supportUser } from "@/lib/web/session";
import { DecisionsTable } from "@/app/(admin)/admin/windows/decisions-table";

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
      <HowTo of="accept-figure" />
      <h2 className="nhsuk-heading-m">Accept a figure</h2>
      {collectionKeys.map((key) => (
        <ActionLink key={key} href={`/admin/windows/accepted/${key}`}>
          Accept a figure of the {inSentence(collections[key].label)}
        </ActionLink>
      ))}
      <DecisionsTable
        caption="Accepted figures"
        what="accepted"
        rows={await acceptedFigures(user)}
        none="No figures have been accepted"
        columns={[
          {
            key: "window",
            heading: "Return and window",
            cell: (row) => `${collections[row.collection].label}, ${formatMonth(row.month)}`,
          },
          { key: "check", heading: "Check", cell: (row) => row.check },
          { key: "figure", heading: "Figure", numeric: true, cell: (row) => spoken(row.figure) },
        ]}
      />
    </Page>
  );
}
