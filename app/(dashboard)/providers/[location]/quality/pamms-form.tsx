import { ActionForm, DateField, HiddenField, RadiosField, SubmitButton, TextField } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { PammsRated } from "@/lib/records/care-quality";
import { pammsRatings } from "@/lib/registers/pamms/assessment";
import { dropPamms, keepPamms } from "./actions";

/** For support: a PAMMS rating to enter, and those to remove that were entered by mistake. */
export const PammsForms = ({ location, entered }: { location: number; entered: readonly PammsRated[] }) => (
  <>
    <ActionForm action={keepPamms} foldedUnder="Enter a PAMMS rating">
      <HiddenField name="location" value={location} />
      <RadiosField
        name="rating"
        label="PAMMS rating"
        choices={pammsRatings.map((value) => ({ value, label: value }))}
      />
      <DateField name="assessed" label="When was it assessed?" hint="For example, 27 9 2026" />
      <TextField
        name="reportUri"
        label="Address of the report"
        hint="Beginning https://"
        optional
        type="url"
        spellCheck={false}
      />
      <SubmitButton pending="Saving…">Save PAMMS rating</SubmitButton>
    </ActionForm>
    {entered.map(({ id, rating, on, from }) => (
      <ActionForm key={id} action={dropPamms} foldedUnder={`Remove the rating of ${formatDate(on)}: ${rating}`}>
        <HiddenField name="location" value={location} />
        <HiddenField name="rating" value={id} />
        <p className="wrap-anywhere">
          {"file" in from ? `Imported from ${from.file}` : `Entered by ${from.by}`}. Remove it if it is a mistake; an
          earlier rating then counts.
        </p>
        <SubmitButton look="warning" pending="Removing…">
          Remove PAMMS rating
        </SubmitButton>
      </ActionForm>
    ))}
  </>
);
