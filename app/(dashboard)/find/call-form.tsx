import { ActionForm, HiddenField, RadiosField, SelectField, SubmitButton } from "@/components/ui";
import { callResults, notSuitable } from "@/lib/capacity/call-results";
import type { PlacePage } from "@/lib/capacity/place-page";
import { countsHours } from "@/lib/capacity/services";
import { tellOfCall } from "./[location]/actions";

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What can come of the call: a service that gives care at home alone has hours, and no beds. */
const resultsAt = ({ services }: PlacePage) =>
  services.every(countsHours) ? { ...callResults, taken: "The hours have already been taken" } : callResults;

/** The result of the call. A choice and no free text, so that no one's details are written down. */
export function CallForm({ place, from }: { place: PlacePage; from: string }) {
  return (
    <section aria-labelledby="told" className="ct-no-print">
      <h2 className="nhsuk-heading-m" id="told">
        What was the result of your call?
      </h2>
      {place.bedUpdateId !== null && (
        <p>
          If the bed is taken, we will tell other people that it is in doubt and ask the home to confirm its beds. If
          you have placed someone, we will ask the home whether it has one bed fewer.
        </p>
      )}
      <ActionForm action={tellOfCall}>
        <HiddenField name="location" value={place.id} />
        <HiddenField name="from" value={from} />
        <HiddenField name="looked" value={place.bedUpdateId ?? 0} />
        {place.beds.length > 1 ? (
          <SelectField
            name="bedType"
            label="Type of bed you rang about"
            empty="Any"
            choices={place.beds.map(({ key, label }) => ({ value: key, label }))}
          />
        ) : (
          <HiddenField name="bedType" value={place.beds[0]?.key ?? ""} />
        )}
        <RadiosField
          name="result"
          label="Result of the call"
          choices={Object.entries(resultsAt(place)).map(([value, label]) => ({
            value,
            label,
            ...(value === "not_suitable" && {
              reveals: <SelectField name="because" label="Why" choices={choices(notSuitable)} />,
            }),
          }))}
        />
        <SubmitButton look="secondary" pending="Sending…">
          Record the result
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
