import { redirect } from "next/navigation";
import { ActionForm, Details, InsetText, Page, Panel, SubmitButton } from "@/components/ui";
import { service } from "@/app/shell/service";
import { now } from "@/lib/clock";
import { senderAddress } from "@/lib/email/sender";
import { env } from "@/lib/env";
import { formatCount, formatList } from "@/lib/format";
import { finishedRegistration } from "@/lib/registrations/draft-queries";
import { registrationHere } from "@/app/(public)/register/draft-cookie";
import { askForApprover } from "./actions";

const deciders = {
  approver: "An approver at your organisation will decide. We have emailed them.",
  support: "Our support team will decide. We have emailed them.",
  both: "Approvers at the locations you chose will decide, or our support team where there is no approver. We have emailed them.",
};

/** The end: a reference, what happens next, and how to make sure that our mail arrives. */
export default async function DonePage() {
  const here = await registrationHere();
  const registration = here && (await finishedRegistration(here.id, now()));
  if (!registration) redirect("/register");
  const hours = formatCount("hour", env().REGISTRATION_WAITING_HOURS);
  const lacking = registration.withoutApprover.map((place) => place.name);
  const { support, name } = service();
  return (
    <Page heading="Registration complete" ownHeading>
      {here.again ? (
        <Panel title="Registration complete">
          You already had a registration waiting with us, so we have added to it. Nothing is asked for twice.
        </Panel>
      ) : (
        <Panel title="Registration complete">
          Your reference
          <br />
          <strong>{registration.reference}</strong>
        </Panel>
      )}
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p>
        We have sent an email with your reference to <strong className="wrap-anywhere">{registration.email}</strong>.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>{deciders[registration.decidedBy]}</li>
        <li>We will email you the decision, normally within {hours}.</li>
        <li>
          If you are approved, that email will have your login details. You will choose a password when you first sign
          in.
        </li>
      </ol>
      {lacking.length > 0 && !here.again && (
        <InsetText>
          <p>
            {formatList(lacking)} {lacking.length === 1 ? "has" : "have"} no approver yet. Each place needs an approver
            first: someone there who decides who else has access.
          </p>
          {registration.asksToApprove ? (
            <p>You asked to be an approver. Our support team checks these requests carefully and may ring you.</p>
          ) : (
            <ActionForm action={askForApprover}>
              <p>If that could be you, ask now. It will not take any longer.</p>
              <SubmitButton look="secondary" pending="Asking…">
                Ask to be the approver
              </SubmitButton>
            </ActionForm>
          )}
        </InsetText>
      )}
      <h2 className="nhsuk-heading-m">Make sure you get our emails</h2>
      <p>
        Our emails come from <strong className="wrap-anywhere">{senderAddress()}</strong>. Add that address to your safe
        senders, and check your junk folder if you have not heard from us.
      </p>
      <Details summary="How to add a safe sender">
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>Outlook in a browser, and new Outlook: Settings, Mail, Junk email, Safe senders and domains, Add</li>
          <li>Outlook on a computer: Home, Junk, Junk Email Options, Safe Senders, Add</li>
          <li>Gmail: add a new contact with that address</li>
          <li>Anything else: look for “safe senders”, “allowed senders” or “contacts” in the settings</li>
        </ul>
      </Details>
      <h2 className="nhsuk-heading-m">If someone else manages your computers</h2>
      <p>
        Ask your IT department to let messages from that address through, and to add{" "}
        <span className="wrap-anywhere">{env().APP_ORIGIN}</span> to the trusted sites.
      </p>
      <h2 className="nhsuk-heading-m">If you do not hear from us</h2>
      <p>
        After {hours}, ask {support.name} and quote{" "}
        <span className="whitespace-nowrap">{here.again ? "the reference in our email" : registration.reference}</span>:{" "}
        <a href={`mailto:${support.email}`}>{support.email}</a> or {support.phone}, {support.hours}.
      </p>
      <p>
        <a href="/">Go to the start of {name}</a>
      </p>
    </Page>
  );
}
