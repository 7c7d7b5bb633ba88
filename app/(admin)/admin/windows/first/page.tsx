import { ActionForm, Page, SelectField, SubmitButton, TextareaField } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { addMonths, monthOf } from "@/lib/london";
import { calendarNow } from "@/lib/returns/queries";
import { supportUser } from "@/lib/web/session";
import { firstWindow } from "@/app/(admin)/admin/windows/actions";

const back = 36;

/** The first window that anybody owes. */
export default async function FirstWindowPage() {
  await supportUser();
  const { owedFrom } = await calendarNow();
  const months = Array.from({ length: back + 3 }, (_, index) => addMonths(monthOf(now()), 2 - index));
  const choices = months.map((month) => ({ value: month, label: formatMonth(month) }));
  return (
    <Page
      heading="Say which window is the first"
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
    >
      <p>
        No return is owed for the windows before it, however long ago a location was registered, and none of them is
        held against it. Say it once, before the service begins: it changes how locations stood on past days too.
      </p>
      <ActionForm action={firstWindow}>
        <SelectField name="month" label="First window" choices={choices} value={owedFrom ?? undefined} />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton pending="Saving…">Save the first window</SubmitButton>
      </ActionForm>
    </Page>
  );
}
