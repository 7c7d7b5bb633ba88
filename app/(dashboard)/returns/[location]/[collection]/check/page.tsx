import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound, redirect } from "next/navigation";
import {
  AcceptWarnings,
  ActionForm,
  Details,
  HiddenField,
  InsetText,
  Page,
  SubmitButton,
  Table,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDate, formatMonth, inSentence } from "@/lib/format";
import { collections } from "@/lib/questions/collections";
import { formToSend, returnForm } from "@/lib/returns/queries";
import { filedByWhom } from "@/lib/returns/replaces";
import { windowInFull } from "@/lib/windows/reporting-window";
import { currentUser } from "@/lib/web/session";
import { returnAt, type ReturnParams } from "@/app/(dashboard)/returns/address";
import { FiguresOf } from "@/components/returns/figures";
import { sendReturn } from "@/app/(dashboard)/returns/[location]/[collection]/actions";
import { FormFields } from "@/app/(dashboard)/returns/[location]/[collection]/form-fields";

/** What changed since the last return, before it is sent. What is shown here is what is filed. */
export default async function CheckPage(props: { params: ReturnParams }) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const time = now();
  const form = await returnForm(user, locationId, collection, time);
  if (!form) notFound();
  if (!form.draft || form.closed) redirect(path);
  const { differences, figures } = formToSend(form);
  const { label } = collections[collection];
  const before = !form.last ? null : form.monthly ? formatMonth(form.last.month) : formatDate(form.last.submittedAt);
  return (
    <Page
      heading="Check what changed"
      caption={`${label}, ${form.location.name}`}
      summary={form.monthly ? windowInFull(form.window, time) : undefined}
      back={{ href: path, label: "Back to the return" }}
    >
      <HowTo of="check-return" />
      {form.current && <InsetText>{filedByWhom(form.current)}. Yours will replace it. We keep both.</InsetText>}
      {before === null && (
        <p>
          This is the first {inSentence(label)} for {form.location.name}.
        </p>
      )}
      {before !== null && differences.length === 0 && (
        <InsetText>Nothing has changed since the return of {before}.</InsetText>
      )}
      {before !== null && differences.length > 0 && (
        <Table
          caption={`Changed since the return of ${before}`}
          captionSize="m"
          rows={differences}
          rowKey={({ key }) => key}
          columns={[
            { key: "label", heading: "Question", cell: (row) => row.label },
            { key: "before", heading: before, cell: (row) => row.before },
            { key: "after", heading: "Now", cell: (row) => <strong>{row.after}</strong> },
          ]}
        />
      )}
      <Details summary="See everything you will send" expander open={before === null}>
        <FiguresOf collection={collection} figures={figures} bedTypes={form.bedTypes} />
      </Details>
      <ActionForm action={sendReturn}>
        <FormFields form={form} />
        {Object.entries(form.values).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <AcceptWarnings />
        <SubmitButton sticky pending="Submitting…">
          {!form.late
            ? `Submit return for ${form.location.name}`
            : form.counted
              ? `Send extra update for ${form.location.name}`
              : `Send late update for ${form.location.name}`}
        </SubmitButton>
      </ActionForm>
      <p>
        <Link href={path}>Change the figures</Link>
      </p>
    </Page>
  );
}
