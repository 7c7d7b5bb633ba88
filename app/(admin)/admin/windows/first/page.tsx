import { ActionForm, Page, SelectField, SubmitButton, TextareaField } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { addMonths, monthOf } from "@/lib/london";
import { calendarNow } from "@/lib/returns/queries";
import { supportUser } from "@/lib/web/session";
import { firstWindow } from "@/app/(admin)/admin/windows/actions";

const back = 36;

/** The first window that anyone owes. */
export default async function FirstWindowPage() {
  await supportUser();
  const { owedFrom } = await calendarNow();
  const months = Array.from({ length: back + 3 }, (_, index) => addMonths(monthOf(now()), 2 - index));
  const choices = months.map((month) => ({ value: month, label: formatMonth(month) }));
  return (
    <Page heading="Set the first window" back={{ href: "/admin/windows", label: "Back to windows and seasons" }}>
      <p>
        No returns are due for windows before this one, however long a location has been registered, and none count as
        missed. Set this once, before the service begins, because it also changes past compliance.
      </p>
      <ActionForm action={firstWindow}>
        <SelectField name="month" label="First window" choices={choices} value={owedFrom ?? undefined} />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton pending="Saving…">Save the first window</SubmitButton>
      </ActionForm>
    </Page>
  );
}
