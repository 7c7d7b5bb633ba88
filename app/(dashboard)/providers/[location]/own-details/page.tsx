import { HowTo } from "@/app/shell/how-to/how-to";
import {
  AcceptWarnings,
  ActionForm,
  HiddenField,
  LeaveWarning,
  SubmitButton,
  TextareaField,
  TextField,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { ownDetailsOf } from "@/lib/records/own-details";
import { currentUser } from "@/lib/web/session";
import { keepOwnDetails } from "@/app/(dashboard)/providers/[location]/actions";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";

/** The trading name, short name, contact address and website of a location, beside the register's. */
export default async function OwnDetailsPage(props: { params: RecordParams }) {
  const user = await currentUser();
  const place = await placeToEdit(user, await locationAt(props.params), now());
  const details = await ownDetailsOf(place);
  return (
    <EditPage
      place={place}
      heading="Your own name, address and website"
      section="own"
      summary={
        details
          ? `Last updated at ${formatDateTime(details.stamp.at)} by ${details.stamp.by}.`
          : "No one has updated this yet."
      }
    >
      <HowTo of="own-details" />
      <p>
        What you enter here is shown alongside the name, address and website in the register. It does not change them.
      </p>
      <ActionForm action={keepOwnDetails}>
        <HiddenField name="location" value={place.id} />
        <HiddenField name="version" value={details?.version ?? 0} />
        <LeaveWarning />
        <TextField name="tradingName" label="Trading name" optional value={details?.tradingName} />
        <TextField
          name="shortName"
          label="Short name"
          hint="For use where there is little room. Up to 30 characters."
          optional
          width={20}
          value={details?.shortName}
        />
        <TextareaField
          name="address"
          label="Contact address"
          hint="If post should go somewhere else than to the address in the register"
          optional
          rows={4}
          value={details?.address}
        />
        <TextField name="postcode" label="Postcode of that address" optional width={10} value={details?.postcode} />
        <TextField
          name="website"
          label="Your own website"
          hint="Shown in Find instead of the one in the register"
          optional
          type="url"
          spellCheck={false}
          value={details?.website}
        />
        <AcceptWarnings />
        <SubmitButton pending="Saving…">Save</SubmitButton>
      </ActionForm>
    </EditPage>
  );
}
