import { ActionForm, Page, RadiosField, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { monthFor } from "@/lib/returns/reporting-window";
import { servicesWithBeds } from "@/lib/returns/support/bed-type";
import { supportUser } from "@/lib/session";
import { addBeds } from "../../actions";
import { providerTypeNames } from "../../provider-types";
import { BedTypeFields } from "../bed-type-fields";

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
