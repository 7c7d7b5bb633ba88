import { redirect } from "next/navigation";
import { ActionLink, ButtonLink, InsetText, Page } from "@/components/ui";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatCount, formatDateTimeThisYear, formatMonth } from "@/lib/format";
import { windowSentence } from "@/lib/windows/reporting-window";
import { windowsNow } from "@/lib/returns/queries";
import { visitor } from "@/lib/web/session";
import { service } from "@/app/shell/service";

/** What the service is, how to sign in and register, and the state of this month's window. */
export default async function StartPage() {
  if (await visitor()) redirect("/home");
  const time = now();
  const { current, next } = await windowsNow(time);
  return (
    <Page heading={service().name} title="Start">
      <p className="nhsuk-body-l">
        Care providers in England use this service each month to report how many beds, hours and staff they have.
        Hospitals and councils use it to find a free bed today. The NHS and councils use it to see how care services are
        coping.
      </p>
      <InsetText>
        {current ? (
          <p>
            The {formatMonth(current.month)} reporting window is open. {windowSentence(current, time)}.
          </p>
        ) : (
          <p>
            The next reporting window is {formatMonth(next.month)}. It opens at {formatDateTimeThisYear(next.opensAt)}.
          </p>
        )}
      </InsetText>
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
      <h2 className="nhsuk-heading-m">If you do not have an account</h2>
      <p>
        Anyone who works in or with care in England can register. It takes about 5 minutes on a phone or computer. You
        will normally get a decision within {formatCount("hour", env().REGISTRATION_WAITING_HOURS)}.
      </p>
      <ActionLink href="/register">Register for an account</ActionLink>
      <h2 className="nhsuk-heading-m">Good to know</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href="/windows">When each reporting window opens and closes, and why</a>
        </li>
        <li>
          <a href="/receipts/check">Check that a receipt is genuine</a>
        </li>
        <li>
          <a href="/help">Help and contacts</a>
        </li>
      </ul>
    </Page>
  );
}
