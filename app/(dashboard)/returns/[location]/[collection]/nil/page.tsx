import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound, redirect } from "next/navigation";
import { AcceptWarnings, ActionForm, InsetText, Page, RadiosField, SubmitButton, TextareaField } from "@/components/ui";
import { now } from "@/lib/clock";
import { collections } from "@/lib/questions/collections";
import { isNilReason, nilReasons } from "@/lib/questions/nil-reasons";
import { returnForm } from "@/lib/returns/queries";
import { filedByWhom } from "@/lib/returns/replaces";
import { windowInFull } from "@/lib/windows/reporting-window";
import { currentUser } from "@/lib/web/session";
import { returnAt, type ReturnParams } from "@/app/(dashboard)/returns/address";
import { sendNil } from "@/app/(dashboard)/returns/[location]/[collection]/actions";
import { FormFields } from "@/app/(dashboard)/returns/[location]/[collection]/form-fields";

/** A nil return: there is nothing to count, and why. */
export default async function NilPage(props: {
  params: ReturnParams;
  searchParams: Promise<{ reason?: string | string[] }>;
}) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const time = now();
  const form = await returnForm(user, locationId, collection, time);
  if (!form?.monthly) notFound();
  if (form.closed) redirect(path);
  const { reason: asked } = await props.searchParams;
  return (
    <Page
      heading="Send a nil return"
      caption={`${collections[collection].label}, ${form.location.name}`}
      summary={windowInFull(form.window, time)}
      back={{ href: path, label: "Back to the return" }}
    >
      <HowTo of="nil-return" />
      <p>
        A nil return says that the service is registered but has nothing to report this month. It counts for the window
        like any other return, and no figures are recorded.
      </p>
      {form.current?.nilReason && (
        <InsetText>{filedByWhom(form.current)}. If you file again, the new one replaces it.</InsetText>
      )}
      {form.late && (
        <InsetText>
          {form.counted
            ? "You filed in time, and that return still counts. This will be an extra update."
            : "The window has closed, so this will be a late update and does not count."}
        </InsetText>
      )}
      <ActionForm action={sendNil}>
        <FormFields form={form} />
        <RadiosField
          name="reason"
          label="Why is there nothing to report?"
          labelSize="m"
          value={typeof asked === "string" && isNilReason(asked) ? asked : undefined}
          choices={nilReasons.map((reason) => ({
            value: reason.key,
            label: reason.label,
            ...("hint" in reason && { hint: reason.hint }),
          }))}
        />
        <TextareaField name="note" label="Is there anything you want to add?" optional rows={3} limit={500} />
        <AcceptWarnings expected={form.nilAsks} />
        <SubmitButton pending="Sending…">Send nil return for {form.location.name}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
