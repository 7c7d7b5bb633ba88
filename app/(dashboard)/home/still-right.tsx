import { confirmStillSo } from "@/app/(dashboard)/beds/[location]/actions";
import { ActionForm, HiddenField, SubmitButton } from "@/components/ui";
import type { Want } from "@/lib/home/want";

/** A home's vacancies as last stated, and the press that confirms them. */
export function StillRight({ says, confirms }: { says: string; confirms: NonNullable<Want["confirms"]> }) {
  return (
    <>
      <p>{says}</p>
      <ActionForm action={confirmStillSo} className="ct-tile__act">
        <HiddenField name="location" value={confirms.locationId} />
        <HiddenField name="looked" value={confirms.updateId} />
        <SubmitButton look="secondary" small pending="Confirming…">
          Still right
          <span className="nhsuk-u-visually-hidden"> at {confirms.location}</span>
        </SubmitButton>
      </ActionForm>
    </>
  );
}
