import { Page } from "@/components/ui";
import { service } from "@/app/shell/service";

/** What is kept about people, why, how long, and who sees it. */
export default function PrivacyPage() {
  const { name, support } = service();
  return (
    <Page heading="Privacy notice">
      <p>
        {name} holds information about people who use it for their work. It holds no information about individual
        residents.
      </p>
      <h2 className="nhsuk-heading-m">What we keep</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your name, work email address, telephone number and job title</li>
        <li>what you can see, who gave you access and when</li>
        <li>when you signed in, your internet address and your browser</li>
        <li>the returns and updates you filed</li>
        <li>changes you made to people, locations and settings</li>
      </ul>
      <h2 className="nhsuk-heading-m">Why</h2>
      <p>
        Care providers must give this information under section 277A of the Health and Social Care Act 2012. We keep a
        record of who filed what so that a provider can prove it and mistakes can be traced.
      </p>
      <h2 className="nhsuk-heading-m">Who sees it</h2>
      <p>
        Approvers at your organisation can see their own users. Councils, NHS bodies and local resilience forums can see
        the returns for their area and the contacts that providers give. The support team can open a record when there
        is a reason, and we keep that reason.
      </p>
      <h2 className="nhsuk-heading-m">How long</h2>
      <p>
        We keep returns and the record of changes. We delete rejected registrations after 90 days, sign-in records after
        13 months and the text of emails after 90 days, unless this installation has set other periods.
      </p>
      <h2 className="nhsuk-heading-m">Your rights</h2>
      <p>
        You can see and correct your details under Accounts. To ask for a copy, or for your name to be removed after you
        have left, email <a href={`mailto:${support.email}`}>{support.email}</a>.
      </p>
    </Page>
  );
}
