import { notFound } from "next/navigation";
import { ActionForm, HiddenField, InsetText, Page, SubmitButton, SummaryList, TextareaField } from "@/components/ui";
import { asAddress } from "@/lib/outbox/plain-text";
import { kindLabel } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { whyNotMerged } from "@/lib/people/support/merge-accounts";
import { findPeople } from "@/lib/people/support/find-people";
import { mergePeople } from "@/app/(admin)/admin/people/actions";
import { openedRecord } from "@/app/(admin)/admin/people/[person]/opened";

/** Makes one of two accounts of the same person. */
export default async function MergePage(props: {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ email?: string | string[] }>;
}) {
  const { user, found } = await openedRecord(props.params);
  if (found.deactivated || found.self || found.generic || found.kind === "support") notFound();
  const email = asAddress([(await props.searchParams).email].flat()[0] ?? "").slice(0, 254);
  const { rows } = await findPeople(user, email, now());
  const other = rows.find((row) => asAddress(row.email) === email && row.id !== found.id);
  const whyNot = other ? await whyNotMerged(user, found.id, other.id, now()) : null;
  return (
    <Page heading="Merge a second account" caption={found.name} back={`/admin/people/${found.id}`}>
      <p>
        This account, {found.email}, will be kept. The other account’s access and open requests will move to it, and the
        other account will be closed permanently. What was filed stays under the account that filed it.
      </p>
      <form method="get" action={`/admin/people/${found.id}/merge`} role="search">
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="email">
            Email address of the account to close
          </label>
          <input className="nhsuk-input" id="email" name="email" type="email" defaultValue={email} spellCheck={false} />
        </div>
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Find
        </button>
      </form>
      {email !== "" && !other && <p role="status">No other account has this address.</p>}
      {other && whyNot !== null && (
        <InsetText>
          <p>
            {other.name}, {other.email}: {whyNot}.
          </p>
        </InsetText>
      )}
      {other && whyNot === null && (
        <ActionForm action={mergePeople}>
          <SummaryList
            rows={[
              { label: "Name", value: other.name },
              { label: "Email address", value: other.email },
              { label: "Job title", value: other.jobTitle },
              { label: "Works for", value: kindLabel(other.kind) },
              { label: "Access to", value: other.places ?? "Nothing now" },
            ]}
          />
          <HiddenField name="person" value={String(found.id)} />
          <HiddenField name="other" value={String(other.id)} />
          <TextareaField
            name="reason"
            label="How do you know that it is the same person?"
            hint="We also keep this as your reason for opening the record."
            rows={2}
            limit={500}
          />
          <SubmitButton look="warning" pending="Merging…">
            Merge, and close {other.email}
          </SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}
