import {
  AcceptWarnings,
  ActionForm,
  CheckboxField,
  HiddenField,
  LeaveWarning,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
} from "@/components/ui";
import { contactKinds, locationEmailKind } from "@/lib/records/contact-kinds";
import type { DirectoryContact } from "@/lib/records/contacts";
import { keepContactDetails } from "@/app/(dashboard)/providers/[location]/actions";

const offered: readonly string[] = [...contactKinds, locationEmailKind];

/** A contact to add, or one to change: everything that may be known of it. */
export function ContactFields({ location, contact }: { location: number; contact?: DirectoryContact }) {
  const kind = contact && (offered.includes(contact.kind) ? contact.kind : "own");
  return (
    <ActionForm action={keepContactDetails} order={order}>
      <HiddenField name="location" value={location} />
      <HiddenField name="contact" value={contact?.id ?? 0} />
      <HiddenField name="version" value={contact?.version ?? 0} />
      <LeaveWarning />
      <SelectField
        name="kind"
        label="Kind of contact"
        hint="Choose Manager for a registered manager. Reminders about returns go to the manager’s email address."
        value={kind}
        choices={[...offered.map((value) => ({ value, label: value })), { value: "own", label: "Something else" }]}
      />
      <TextField
        name="ownKind"
        label="If something else, what?"
        hint="Such as Plumber or Electrician"
        value={kind === "own" ? contact?.kind : ""}
        width={20}
      />
      <TextField name="name" label="Name" value={contact?.name} autoComplete="off" />
      <TextField name="organisation" label="Organisation" optional value={contact?.organisation} />
      <TextField name="telephone" label="Telephone" type="tel" value={contact?.telephone} width={20} />
      <TextField name="mobile" label="Another telephone" optional type="tel" value={contact?.mobile} width={20} />
      <TextField
        name="email"
        label="Email address"
        hint="For the location’s own email, give an address that someone reads every day."
        type="email"
        spellCheck={false}
        value={contact?.email}
      />
      <TextareaField name="address" label="Address" optional rows={3} value={contact?.address} />
      <CheckboxField
        name="public"
        label="Public"
        hint="Everyone who looks for a free place can then see this contact, in Find."
        checked={contact?.public}
      />
      <AcceptWarnings />
      <SubmitButton pending="Saving…">Save contact</SubmitButton>
    </ActionForm>
  );
}

const order = ["kind", "ownKind", "name", "organisation", "telephone", "mobile", "email", "address"];
