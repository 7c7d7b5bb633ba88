import { HowTo } from "@/app/shell/how-to/how-to";
import { ButtonLink, InsetText, Page } from "@/components/ui";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { stepNames } from "@/lib/registrations/steps";
import { visitor } from "@/lib/web/session";
import { service } from "@/app/shell/service";
import { draftHere } from "./draft-cookie";

/** Before one begins: what is needed, how long it takes, what happens then. */
export default async function RegisterPage() {
  const here = await draftHere();
  const { support } = service();
  const signedIn = await visitor();
  return (
    <Page heading="Register for an account" back="/">
      <HowTo of="register" />
      {signedIn && (
        <InsetText>
          You are signed in as {signedIn.name}. For access to more places,{" "}
          <a href="/accounts">ask for access to them</a> instead.
        </InsetText>
      )}
      <p>
        For anyone who works in or with care in England: care homes, home care, hospitals, hospices, community and
        substance misuse services, GP practices, councils and the NHS. It takes about 5 minutes.
      </p>
      <h2 className="nhsuk-heading-m">What you need</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your own work email address, spelled correctly: we send your login details there</li>
        <li>a telephone number and your job title</li>
        <li>the postcode or name of each location you work for, or the name of your organisation</li>
      </ul>
      <h2 className="nhsuk-heading-m">What you do</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        {stepNames.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      <p>
        An approver at your organisation or our support team then decides, normally within{" "}
        {formatCount("hour", env().REGISTRATION_WAITING_HOURS)}. We keep what you have typed for 24 hours, so you can
        stop and come back.
      </p>
      {here ? (
        <ButtonLink href={here.open ? "/register/your-details" : "/register/continue"}>Continue registering</ButtonLink>
      ) : (
        <ButtonLink href="/register/your-details">Start now</ButtonLink>
      )}
      <h2 className="nhsuk-heading-m">If you already have an account</h2>
      <p>
        <a href="/sign-in">Sign in</a>, or <a href="/forgotten-password">choose a new password</a>.
      </p>
      <h2 className="nhsuk-heading-m">If you need help</h2>
      <p>
        {support.name}: <a href={`mailto:${support.email}`}>{support.email}</a> or {support.phone}, {support.hours}.
      </p>
    </Page>
  );
}
