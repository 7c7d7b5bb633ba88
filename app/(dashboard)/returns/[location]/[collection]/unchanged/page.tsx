import { Link } from "@/components/ui/link";
import { notFound, redirect } from "next/navigation";
import { AcceptWarnings, ActionForm, InsetText, Page, SubmitButton } from "@/components/ui";
import { UnchangedQuestions } from "@/components/returns/unchanged-questions";
import { now } from "@/lib/clock";
import { collections } from "@/lib/questions/collections";
import { returnForm } from "@/lib/returns/queries";
import { filedByWhom } from "@/lib/returns/replaces";
import { windowInFull } from "@/lib/windows/reporting-window";
import { currentUser } from "@/lib/web/session";
import { returnAt, type ReturnParams } from "@/app/(dashboard)/returns/address";
import { sendUnchanged } from "@/app/(dashboard)/returns/[location]/[collection]/actions";
import { FormFields } from "@/app/(dashboard)/returns/[location]/[collection]/form-fields";

/** "Nothing has changed": the last figures open to be seen, what to answer or put right with them, and one button. */
export default async function UnchangedPage(props: { params: ReturnParams }) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const time = now();
  const form = await returnForm(user, locationId, collection, time);
  if (!form) notFound();
  const { last, lastFigures, unchanged, current } = form;
  if (form.closed || !last || !lastFigures || unchanged.why.length > 0) redirect(path);
  const more = unchanged.unanswered.length > 0;
  return (
    <Page
      heading={more ? "Has nothing else changed?" : "Has nothing changed?"}
      caption={`${collections[collection].label}, ${form.location.name}`}
      summary={form.monthly ? windowInFull(form.window, time) : undefined}
      back={{ href: path, label: "Back to the return" }}
    >
      {current && <InsetText>{filedByWhom(current)}. If you file again, the new return replaces it.</InsetText>}
      <ActionForm action={sendUnchanged} autoComplete="off">
        <FormFields form={form} looked />
        <UnchangedQuestions form={form} />
        <AcceptWarnings expected={unchanged.asks} />
        <SubmitButton sticky pending="Filing…">
          {more ? "Nothing else has changed" : "Nothing has changed"}: file for {form.location.name}
        </SubmitButton>
      </ActionForm>
      <p>
        <Link href={path}>Change other figures</Link>
      </p>
    </Page>
  );
}
