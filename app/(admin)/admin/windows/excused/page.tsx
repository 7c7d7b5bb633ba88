import { HowTo } from "@/app/shell/how-to/how-to";
import { ActionForm, Page, SelectField, SubmitButton, TextareaField, TextField } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { addMonths } from "@/lib/london";
import { collections, mandatedCollections } from "@/lib/questions/collections";
import { windowsNow } from "@/lib/returns/queries";
import { excusedMonths } from "@/lib/windows/support/excuse-month";
import { supportUser } from "@/lib/web/session";
import { excuse } from "@/app/(admin)/admin/windows/actions";
import { DecisionsTable } from "@/app/(admin)/admin/windows/decisions-table";
import { WindowField } from "@/app/(admin)/admin/windows/window-field";

const monthsBack = 24;

/** Months that locations were excused, and the form that records one. */
export default async function ExcusedMonthsPage() {
  const user = await supportUser();
  const { latestOpened } = await windowsNow(now());
  const months = Array.from({ length: monthsBack }, (_, back) => addMonths(latestOpened.month, -back));
  return (
    <Page
      heading="Excused months"
      summary="The NHS Business Services Authority decides who is excused. Record its decision here. The provider sees it, and so does everyone who oversees the location. The missed window still counts as missed."
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
      width="wide"
    >
      <HowTo of="windows" />
      <h2 className="nhsuk-heading-m">Record an excused month</h2>
      <ActionForm action={excuse} order={["location", "collection", "month", "reason"]}>
        <TextField name="location" label="CQC location ID" hint="Such as 1-123456789" />
        <SelectField
          name="collection"
          label="Return"
          choices={mandatedCollections.map((key) => ({ value: key, label: collections[key].label }))}
        />
        <WindowField months={months} latest={latestOpened.month} />
        <TextareaField
          name="reason"
          label="Reason"
          hint="The provider will see this. Say what was decided, and when"
          limit={500}
          rows={3}
        />
        <SubmitButton pending="Recording…">Record as excused</SubmitButton>
      </ActionForm>
      <DecisionsTable
        caption="Excused months"
        what="excuse"
        rows={await excusedMonths(user)}
        none="No months have been excused"
        columns={[
          { key: "collection", heading: "Return", cell: (row) => collections[row.collection].label },
          { key: "month", heading: "Window", cell: (row) => formatMonth(row.month) },
        ]}
      />
    </Page>
  );
}
