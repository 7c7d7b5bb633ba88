import { notFound } from "next/navigation";
import { ActionForm, CheckboxesField, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { collections, isCollection, providerTypes } from "@/lib/questions/collections";
import { calendarNow } from "@/lib/returns/queries";
import { supportUser } from "@/lib/web/session";
import { switchOn } from "@/app/(admin)/admin/windows/actions";
import { providerTypeNames, typesOf } from "@/app/(admin)/admin/windows/provider-types";

/** Of whom a collection is asked. */
export default async function CollectionPage(props: { params: Promise<{ collection: string }> }) {
  await supportUser();
  const { collection } = await props.params;
  if (!isCollection(collection)) notFound();
  const { switched } = await calendarNow();
  return (
    <Page
      heading={collections[collection].label}
      caption="Who is asked"
      back={{ href: "/admin/windows", label: "Back to windows and seasons" }}
    >
      <ActionForm action={switchOn}>
        <HiddenField name="collection" value={collection} />
        <CheckboxesField
          name="types"
          label="Ask locations registered as"
          hint="Leave all boxes empty to switch it off"
          values={[...typesOf(collection, switched)]}
          choices={providerTypes.map((type) => ({ value: type, label: providerTypeNames[type] }))}
        />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton pending="Saving…">Save who is asked</SubmitButton>
      </ActionForm>
    </Page>
  );
}
