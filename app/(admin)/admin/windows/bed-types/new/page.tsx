import { ActionForm, Page, RadiosField, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { monthFor } from "@/lib/windows/reporting-window";
import { servicesWithBeds } from "@/lib/beds/support/bed-type";
import { supportUser } from "@/lib/web/session";
import { addBeds } from "@/app/(admin)/admin/windows/actions";
import { providerTypeNames } from "@/app/(admin)/admin/windows/provider-types";
import { BedTypeFields } from "@/app/(admin)/admin/windows/bed-types/bed-type-fields";

/** A kind of bed that a service has not counted before. */
export default async function NewBedTypePage() {
  await supportUser();
  return (
    <Page heading="Add a bed type" back={{ href: "/admin/windows/bed-types", label: "Back to bed types" }}>
      <ActionForm action={addBeds}>
        <RadiosField
          name="service"
          label="Who counts these beds?"
          choices={servicesWithBeds.map((value) => ({ value, label: providerTypeNames[value] }))}
        />
        <BedTypeFields now={monthFor(now())} />
        <SubmitButton pending="Adding…">Add the bed type</SubmitButton>
      </ActionForm>
    </Page>
  );
}
