import {
  AcceptWarnings,
  ActionForm,
  DateField,
  HiddenField,
  LeaveWarning,
  RadiosField,
  SubmitButton,
  TextareaField,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { saidStatus, statusKinds } from "@/lib/records/status";
import { currentUser } from "@/lib/web/session";
import { dropStatus, keepStatus } from "@/app/(dashboard)/providers/[location]/actions";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";

const hints = {
  not_active: "You are registered, but give no care for now.",
  closing: "You will close, or have closed, and CQC does not say so yet.",
  changing_hands: "Another provider takes the service over.",
} as const;

/** That a location is not active, closing or changing hands, before its register says so. */
export default async function StatusPage(props: { params: RecordParams }) {
  const user = await currentUser();
  const place = await placeToEdit(user, await locationAt(props.params), now());
  const status = await saidStatus(place);
  return (
    <EditPage place={place} heading="Not active, closing or changing hands" section="future">
      <p>What to do:</p>
      <ol>
        <li>Tell CQC. Only CQC can change your registration, and that may take some weeks.</li>
        <li>
          Tell us here. Your council and the support team see it. If you are not active or closing, you will no longer
          be shown in Find.
        </li>
        <li>Send a nil return each month until CQC’s record changes. It counts like any other return.</li>
      </ol>
      <ActionForm action={keepStatus}>
        <HiddenField name="location" value={place.id} />
        <HiddenField name="looked" value={status?.id ?? 0} />
        <LeaveWarning />
        <RadiosField
          name="said"
          label="What is changing?"
          labelSize="m"
          value={status?.said ?? ""}
          choices={Object.entries(statusKinds).map(([value, { label }]) => ({
            value,
            label,
            hint: hints[value as keyof typeof hints],
          }))}
        />
        <DateField name="from" label="From when?" hint="For example, 27 11 2026" value={status?.from} />
        <TextareaField
          name="note"
          label="Is there anything your council should know?"
          hint="Such as who takes over. Do not write about anyone who lives or works with you."
          optional
          rows={3}
          limit={500}
          value={status?.note}
        />
        <AcceptWarnings />
        <SubmitButton pending="Saving…">Save for {place.name}</SubmitButton>
      </ActionForm>
      {status && (
        <ActionForm action={dropStatus} foldedUnder="Take back what you told us">
          <HiddenField name="location" value={place.id} />
          <p>{place.name} will be shown in Find again.</p>
          <SubmitButton look="secondary" pending="Saving…">
            Take it back
          </SubmitButton>
        </ActionForm>
      )}
    </EditPage>
  );
}
