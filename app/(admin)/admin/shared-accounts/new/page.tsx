import { HowTo } from "@/app/shell/how-to/how-to";
import {
  ActionForm,
  CheckboxesField,
  Page,
  RadiosField,
  SubmitButton,
  TextareaField,
  TextField,
} from "@/components/ui";
import { kindLabel, sharedKinds } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { placesToGive } from "@/lib/people/support/places-to-give";
import { supportUser } from "@/lib/web/session";
import { PlaceSearch } from "@/app/(admin)/admin/people/place-search";
import { makeShared } from "@/app/(admin)/admin/shared-accounts/actions";

/** Makes an account that several people share. */
export default async function NewSharedAccountPage(props: { searchParams: Promise<{ words?: string | string[] }> }) {
  const user = await supportUser();
  const words = ([(await props.searchParams).words].flat()[0] ?? "").slice(0, 200);
  const places = (await placesToGive(user, "care_home", words, now())).filter(({ key }) => key.startsWith("location:"));
  return (
    <Page heading="Make a shared account" caption="Shared accounts" back="/admin/shared-accounts">
      <HowTo of="shared-accounts" />
      <p>First find the locations it is for. An account that only searches for free beds does not need one.</p>
      <PlaceSearch path="/admin/shared-accounts/new" words={words} />
      {words !== "" && places.length === 0 && <p role="status">No location found.</p>}
      <ActionForm
        action={makeShared}
        order={["target", "kind", "fullName", "email", "telephone", "reason"]}
        autoComplete="off"
      >
        {places.length > 0 && (
          <CheckboxesField
            name="target"
            label="Locations found"
            labelSize="m"
            small
            choices={places.map(({ key, name, about }) => ({ value: key, label: name, hint: about }))}
          />
        )}
        <RadiosField
          name="kind"
          label="Works for"
          small
          choices={sharedKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
        />
        <TextField name="fullName" label="Name of the desk or team" hint="Such as “Rosewood night desk”" width={30} />
        <TextField
          name="email"
          type="email"
          label="Email address that the team shares"
          hint="We will send login details to it"
          width={30}
          spellCheck={false}
        />
        <TextField name="telephone" type="tel" label="Telephone number" width={20} />
        <TextareaField
          name="reason"
          label="Who asked for it, and why can people not have their own accounts?"
          rows={2}
          limit={500}
        />
        <SubmitButton pending="Making…">Make shared account</SubmitButton>
      </ActionForm>
    </Page>
  );
}
