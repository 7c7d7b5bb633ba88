import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import { ActionForm, CheckboxesField, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { collections, isCollection, kindsAsked } from "@/lib/questions/collections";
import { filingKinds, locationsOfKind } from "@/lib/access/kinds";
import { calendarNow } from "@/lib/returns/queries";
import { supportUser } from "@/lib/web/session";
import { switchOn } from "@/app/(admin)/admin/windows/actions";

/** Sets which kinds of location are asked for a collection. */
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
      <HowTo of="windows" />
      <ActionForm action={switchOn}>
        <HiddenField name="collection" value={collection} />
        <CheckboxesField
          name="types"
          label="Ask locations registered as"
          hint="Leave all boxes empty to switch this collection off"
          values={[...kindsAsked(collection, switched)]}
          choices={filingKinds.map((kind) => ({ value: kind, label: locationsOfKind(kind) }))}
        />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton pending="Saving…">Save who is asked</SubmitButton>
      </ActionForm>
    </Page>
  );
}
