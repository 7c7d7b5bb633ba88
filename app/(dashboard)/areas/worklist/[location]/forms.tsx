import { ActionForm, HiddenField, RadiosField, SelectField, SubmitButton, TextareaField } from "@/components/ui";
import { contactResults } from "@/lib/reports/worklist/reasons";
import { assignTo, keepContact, sendReminder } from "./actions";

interface Place {
  location: number;
  from: string;
}

const Hidden = ({ location, from }: Place) => (
  <>
    <HiddenField name="location" value={location} />
    <HiddenField name="from" value={from} />
  </>
);

/** The form for the result of a call. */
export const ContactForm = (place: Place) => (
  <section aria-labelledby="call" className="ct-no-print">
    <h2 className="nhsuk-heading-m" id="call">
      Record a call
    </h2>
    <ActionForm action={keepContact}>
      <Hidden {...place} />
      <RadiosField
        name="result"
        label="Result of the call"
        choices={Object.entries(contactResults).map(([value, label]) => ({ value, label }))}
      />
      <TextareaField
        name="note"
        label="Note (optional)"
        hint="Everyone who oversees this location can read it. Do not write about people who use the service."
        rows={3}
        limit={500}
      />
      <SubmitButton pending="Recording…">Record the call</SubmitButton>
    </ActionForm>
  </section>
);

/** A reminder by email. */
export const ReminderForm = ({ name, ...place }: Place & { name: string }) => (
  <section aria-labelledby="remind" className="ct-no-print">
    <h2 className="nhsuk-heading-m" id="remind">
      Send a reminder
    </h2>
    <p>
      We will email the users and the manager of {name} which return is due and by when, and that you asked us to. Each
      location can be sent one such reminder a day.
    </p>
    <ActionForm action={sendReminder}>
      <Hidden {...place} />
      <SubmitButton look="secondary" pending="Sending…">
        Send the reminder
      </SubmitButton>
    </ActionForm>
  </section>
);

/** Which colleague rings it. */
export const AssignForm = (
  props: Place & { colleagues: { id: number; name: string }[]; assignedTo: { id: number } | null },
) => (
  <section aria-labelledby="assign" className="ct-no-print">
    <h2 className="nhsuk-heading-m" id="assign">
      Who rings this location
    </h2>
    <ActionForm action={assignTo}>
      <Hidden location={props.location} from={props.from} />
      <SelectField
        name="colleague"
        label="Assigned to"
        empty="No one"
        value={props.assignedTo ? String(props.assignedTo.id) : ""}
        choices={props.colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <SubmitButton look="secondary" pending="Saving…">
        Save who rings it
      </SubmitButton>
    </ActionForm>
  </section>
);
