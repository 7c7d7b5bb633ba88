import { HowTo } from "@/app/shell/how-to/how-to";
import { ActionForm, Page, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { monthFor } from "@/lib/windows/reporting-window";
import { supportUser } from "@/lib/web/session";
import { addBeds } from "@/app/(admin)/admin/windows/actions";
import { BedTypeFields } from "@/app/(admin)/admin/windows/bed-types/bed-type-fields";

/** A kind of bed that a service has not counted before. */
export default async function NewBedTypePage() {
  await supportUser();
  return (
    <Page heading="Add a bed type" back={{ href: "/admin/windows/bed-types", label: "Back to bed types" }}>
      <HowTo of="bed-types" />
      <ActionForm action={addBeds}>
        <BedTypeFields now={monthFor(now())} />
        <SubmitButton pending="Adding…">Add the bed type</SubmitButton>
      </ActionForm>
    </Page>
  );
}
