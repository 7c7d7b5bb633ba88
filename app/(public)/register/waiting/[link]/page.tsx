import {
  ActionForm,
  CheckboxesField,
  HiddenField,
  NotificationBanner,
  Page,
  SubmitButton,
  SummaryList,
} from "@/components/ui";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount, formatDate, formatDateTime } from "@/lib/format";
import { registrationAt, type WaitingFor } from "@/lib/registrations/registration-link";
import { service } from "@/app/shell/service";
import { withdraw } from "./actions";

/**
 * The progress of a registration, for anyone with the link from its email, with a way to withdraw it. Looking changes
 * nothing.
 */
export default async function WaitingPage(props: {
  params: Promise<{ link: string }>;
  searchParams: Promise<{ withdrawn?: string }>;
}) {
  const { link } = await props.params;
  const registration = await registrationAt(link, now());
  if (!registration)
    return (
      <Page heading="This link does not work">
        <p>Use the link in the latest email about your registration, or ask {service().support.name}.</p>
      </Page>
    );
  const waiting = registration.requests.filter(({ decidedAt }) => decidedAt === null);
  return (
    <Page
      heading="Your registration"
      caption={registration.reference}
      summary={`You registered at ${formatDateTime(registration.completedAt)}.`}
      banner={
        (await props.searchParams).withdrawn === "yes" && (
          <NotificationBanner heading="We have withdrawn what you chose." success />
        )
      }
    >
      <SummaryList rows={registration.requests.map((each) => ({ label: each.place, value: stands(each) }))} />
      {waiting.length > 0 && (
        <>
          <p>
            We will email you the decision, normally within {formatCount("hour", env().REGISTRATION_WAITING_HOURS)} of
            when you registered.
          </p>
          <h2 className="nhsuk-heading-m">If you do not need this any more</h2>
          <ActionForm action={withdraw}>
            <HiddenField name="link" value={link} />
            {waiting.length === 1 ? (
              <HiddenField name="request" value={waiting[0]?.id ?? 0} />
            ) : (
              <CheckboxesField
                name="request"
                label="What do you want to withdraw?"
                choices={waiting.map(({ id, place }) => ({ value: String(id), label: place }))}
              />
            )}
            <SubmitButton look="secondary" pending="Withdrawing…">
              Withdraw
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </Page>
  );
}

function stands({ decision, decidedAt, reason, approver, approvers }: WaitingFor): string {
  const asked = approver ? "as approver" : "as Standard user";
  if (decidedAt === null)
    return `Waiting, ${asked}. ${approvers > 0 ? `${formatCount("approver", approvers)} there can decide` : "Our support team decides, because there is no approver yet"}.`;
  if (decision === "withdrawn") return `You withdrew this on ${formatDate(decidedAt)}.`;
  if (decision === "approved") return `Approved on ${formatDate(decidedAt)}.`;
  return `Not approved on ${formatDate(decidedAt)}.${reason ? ` The reason given: ${reason}` : ""}`;
}
