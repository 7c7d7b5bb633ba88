import { HowTo } from "@/app/shell/how-to/how-to";
import { ActionForm, DateField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { now } from "@/lib/clock";
import { addMonths } from "@/lib/london";
import { windowsNow } from "@/lib/returns/queries";
import { supportUser } from "@/lib/web/session";
import { extend } from "@/app/(admin)/admin/windows/actions";
import { WindowField } from "@/app/(admin)/admin/windows/window-field";

/** One window kept open longer, for all locations or for some. */
export default async function ExtendWindowPage() {
  await supportUser();
  const { latestOpened } = await windowsNow(now());
  const months = [-1, 0, 1, 2].map((ahead) => addMonths(latestOpened.month, ahead));
  return (
    <Page heading="Extend a window" back={{ href: "/admin/windows", label: "Back to windows and seasons" }}>
      <HowTo of="windows" />
      <ActionForm action={extend}>
        <WindowField months={months} latest={latestOpened.month} />
        <DateField
          name="last_day"
          label="Last day on which a return counts"
          hint="Returns count until the end of that day"
        />
        <TextareaField
          name="locations"
          label="Locations"
          hint="Enter their CQC or ODS IDs, such as 1-123456789, one on each line. Leave this blank for all locations"
          optional
          rows={3}
        />
        <TextareaField
          name="reason"
          label="Reason"
          hint="People will see this where the window is explained"
          limit={500}
          rows={3}
        />
        <SubmitButton pending="Extending…">Extend the window</SubmitButton>
      </ActionForm>
    </Page>
  );
}
