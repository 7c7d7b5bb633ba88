import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import {
  ActionForm,
  ButtonLink,
  HiddenField,
  InsetText,
  NotificationBanner,
  Page,
  SubmitButton,
  TextareaField,
  WarningCallout,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { formatList } from "@/lib/format";
import { closingRequestsAbout } from "@/lib/people/closing-requests";
import { findingRequestOf } from "@/lib/people/finding-requests";
import { whyOpened } from "@/lib/people/on-record";
import { person } from "@/lib/people/person";
import { recordName } from "@/lib/people/support/open-record";
import { record } from "@/lib/people/support/record";
import { provenUser, supportUser } from "@/lib/web/session";
import { AccessTable, EndedAccessTable } from "@/components/people/access-table";
import { idOf } from "@/components/tables";
import { PersonActs } from "@/components/people/person-acts";
import { PersonSummary } from "@/components/people/person-summary";
import { doneLabels } from "@/components/people/words";
import { openPersonRecord } from "@/app/(admin)/admin/people/actions";
import { FindingWanted } from "./finding-wanted";
import { ClosingWanted } from "./closing-wanted";
import { RecordTables } from "./record-tables";

/** Someone's record, once support has said why they are opening it. */
export default async function RecordPage(props: {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ done?: string }>;
}) {
  const user = await supportUser();
  const id = idOf((await props.params).person);
  const time = now();
  const name = id === null ? null : await recordName(user, id);
  if (id === null || name === null) notFound();
  const why = await whyOpened(user, id, time);
  if (why === null) return <AskWhy id={id} name={name} />;
  await provenUser();
  const [found, all, asked, finding] = await Promise.all([
    person(user, id, time),
    record(user, id, time),
    closingRequestsAbout(user, id),
    findingRequestOf(user, id),
  ]);
  if (!found || !all) notFound();
  const { done } = await props.searchParams;
  const said = done === undefined ? undefined : doneLabels[done];
  const to = (act: string) => `/admin/people/${found.id}/${act}`;
  return (
    <Page
      heading={found.name}
      caption="People"
      summary={`You opened this record: ${why}`}
      back={{ href: "/admin/people", label: "People" }}
      width="wide"
      banner={said && <NotificationBanner heading={said} success />}
    >
      <PersonSummary person={found} change={found.deactivated ? undefined : to("details")} />
      {all.mergedInto && (
        <InsetText>
          This account was merged into that of{" "}
          <Link href={`/admin/people/${all.mergedInto.id}`}>{all.mergedInto.fullName}</Link>.
        </InsetText>
      )}
      {all.merged.map((other) => (
        <InsetText key={other.id}>
          The account for <Link href={`/admin/people/${other.id}`}>{other.email}</Link> was merged into this one.
        </InsetText>
      ))}
      {found.lastApproverOf.length > 0 && (
        <WarningCallout heading="The only approver">
          <p>No one else can approve people for {formatList(found.lastApproverOf)}.</p>
        </WarningCallout>
      )}
      <ClosingWanted person={found.id} requests={asked} />
      <FindingWanted person={found.id} request={finding} />
      <PersonActs person={found} />
      <div className="nhsuk-button-group">
        {!found.deactivated && !found.self && found.kind !== "support" && (
          <ButtonLink href={to("give")} look="secondary">
            Give or move access
          </ButtonLink>
        )}
        {!found.deactivated && !found.self && found.kind !== "support" && !found.generic && (
          <ButtonLink href={to("merge")} look="secondary">
            Merge a second account
          </ButtonLink>
        )}
        {all.sessions.some(({ alive }) => alive) && (
          <ButtonLink href={to("sessions")} look="secondary">
            Sign out everywhere
          </ButtonLink>
        )}
        {all.totpConfirmedAt && !found.self && (
          <ButtonLink href={to("second-factor")} look="secondary">
            Reset second factor
          </ButtonLink>
        )}
        {found.deactivated && !all.mergedInto && found.kind !== "support" && (
          <ButtonLink href={to("reopen")} look="secondary">
            Open the account again
          </ButtonLink>
        )}
      </div>
      <AccessTable access={found.access} base={`/accounts/people/${found.id}`} />
      <EndedAccessTable access={found.ended} />
      <RecordTables record={all} />
      <p>
        <Link href={`/admin/audit?person=${found.id}`}>Everything changed about this person or by them</Link>
      </p>
    </Page>
  );
}

const AskWhy = ({ id, name }: { id: number; name: string }) => (
  <Page heading={`Open the record of ${name}`} caption="People" back={{ href: "/admin/people", label: "People" }}>
    <p>Say why you need to look. We keep this with your name and show it to the next person who opens this record.</p>
    <ActionForm action={openPersonRecord}>
      <HiddenField name="person" value={String(id)} />
      <TextareaField
        name="reason"
        label="Why do you need to open this record?"
        hint="For example: rang because they had not received their login details"
        rows={2}
        limit={500}
      />
      <SubmitButton pending="Opening…">Open record</SubmitButton>
    </ActionForm>
  </Page>
);
