import { ActionForm, HiddenField, SelectField, SubmitButton, TextField } from "@/components/ui";
import type { LiveEnquiry } from "@/lib/capacity/enquiries";
import { hoursToAskUntil, untilInWords } from "@/lib/capacity/enquiry";
import type { PlacePage } from "@/lib/capacity/place-page";
import { sayAsking, stopAsking } from "./[location]/actions";

/** Says that someone is asking about a bed until an hour, or stops it. */
export function EnquiryForm(props: { place: PlacePage; own: LiveEnquiry | undefined; now: Date; from: string }) {
  const { place, own, now, from } = props;
  return (
    <section aria-labelledby="asking" className="ct-no-print">
      <h2 className="nhsuk-heading-m" id="asking">
        Are you asking about a bed here?
      </h2>
      {own ? (
        <ActionForm action={stopAsking}>
          <p>You are asking until {untilInWords(own.until, now)}.</p>
          <HiddenField name="location" value={place.id} />
          <HiddenField name="enquiry" value={own.id} />
          <HiddenField name="from" value={from} />
          <SubmitButton look="secondary" pending="Stopping…">
            Stop asking
          </SubmitButton>
        </ActionForm>
      ) : (
        <ActionForm action={sayAsking}>
          <p>
            The home and other people who search will see that your organisation is asking. It does not hold the bed,
            and it ends by itself.
          </p>
          <HiddenField name="location" value={place.id} />
          <HiddenField name="from" value={from} />
          {place.beds.length > 1 ? (
            <SelectField
              name="bedType"
              label="Type of bed you are asking about"
              empty="Any"
              choices={place.beds.map(({ key, label }) => ({ value: key, label }))}
            />
          ) : (
            <HiddenField name="bedType" value={place.beds[0]?.key ?? ""} />
          )}
          <SelectField
            name="until"
            label="Until"
            empty={null}
            choices={hoursToAskUntil(now).map((hour) => ({
              value: hour.toISOString(),
              label: untilInWords(hour, now),
            }))}
          />
          <TextField
            name="note"
            label="Note to the home (optional)"
            hint="Do not write anything about the patient: no name, NHS number or date of birth"
            maxLength={200}
          />
          <SubmitButton look="secondary" pending="Saving…">
            Say that we are asking
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
