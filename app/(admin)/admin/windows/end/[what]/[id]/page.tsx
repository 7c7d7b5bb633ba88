import { notFound } from "next/navigation";
import { ActionForm, HiddenField, Page, SubmitButton, TextareaField } from "@/components/ui";
import { supportUser } from "@/lib/session";
import { end } from "../../../actions";

/** Ends an extension or a season, with the reason. */
export default async function EndPage(props: { params: Promise<{ what: string; id: string }> }) {
  await supportUser();
  const { what, id } = await props.params;
  if ((what !== "extension" && what !== "season") || !/^[1-9]\d{0,8}$/.test(id)) notFound();
  return (
    <Page heading={`End this ${what}`} back={{ href: "/admin/windows", label: "Back to windows and seasons" }}>
      <p>
        {what === "extension"
          ? "The window closes as the calendar says from now on. What was filed while the extension held stays as it was filed."
          : "Its questions are no longer asked from now on. What was answered stays."}
      </p>
      <ActionForm action={end}>
        <HiddenField name="what" value={what} />
        <HiddenField name="id" value={id} />
        <TextareaField name="reason" label="Reason" limit={500} rows={3} />
        <SubmitButton look="warning" pending="Ending…">
          End this {what}
        </SubmitButton>
      </ActionForm>
    </Page>
  );
}
