import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { AcceptWarnings, ActionForm, Details, InsetText, Page, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatMonth } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { returnForm } from "@/lib/returns/queries";
import { windowSentence } from "@/lib/windows/reporting-window";
import { currentUser } from "@/lib/web/session";
import { returnAt, type ReturnParams } from "@/app/(dashboard)/returns/address";
import { FiguresOf } from "@/components/returns/figures";
import { asksMore, lastFiled, UnchangedQuestions } from "@/components/returns/unchanged-questions";
import { sendUnchanged } from "@/app/(dashboard)/returns/[location]/[collection]/actions";
import { FormFields } from "@/app/(dashboard)/returns/[location]/[collection]/form-fields";

/** "Nothing else has changed": the questions that are new or seasonal, and the rest as it was filed. */
export default async function UnchangedPage(props: { params: ReturnParams }) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const time = now();
  const form = await returnForm(user, locationId, collection, time);
  if (!form) notFound();
  const { last, lastFigures, unchanged } = form;
  if (form.closed || !last || !lastFigures || unchanged.why.length > 0 || unchanged.unanswered.length === 0)
    redirect(path);
  return (
    <Page
      heading="Has nothing else changed?"
      caption={`${collections[collection].label}, ${form.location.name}`}
      summary={
        form.monthly ? `${formatMonth(form.window.month)} window. ${windowSentence(form.window, time)}.` : undefined
      }
      back={{ href: path, label: "Back to the return" }}
    >
      <InsetText>{asksMore(form)}</InsetText>
      <ActionForm action={sendUnchanged}>
        <FormFields form={form} looked />
        <UnchangedQuestions form={form} />
        <h2 className="nhsuk-heading-m">Everything else</h2>
        <p>We will file your other figures again without changes: {lastFiled(form)}.</p>
        <Details summary="See these figures" expander>
          <FiguresOf collection={collection} figures={lastFigures} bedTypes={form.bedTypes} />
        </Details>
        <AcceptWarnings expected={unchanged.asks} />
        <SubmitButton sticky pending="Filing…">
          Nothing else has changed: file for {form.location.name}
        </SubmitButton>
      </ActionForm>
      <p>
        <Link href={path}>Change other figures</Link>
      </p>
    </Page>
  );
}
