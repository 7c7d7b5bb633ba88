import Link from "next/link";
import { notFound } from "next/navigation";
import type { AddressParams } from "@/components/tables";
import { Details, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { counted } from "@/lib/format";
import { daysAfterClosing } from "@/lib/people/closed-place";
import { thinPlaces } from "@/lib/people/cover";
import { requestsWaitingCount } from "@/lib/registrations/queries";
import { currentUser } from "@/lib/web/session";
import { PeopleList } from "./people-list";
import { ThinPlaces } from "./thin-places";

/** Who has access to what this person approves for. */
export default async function PeoplePage(props: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  if (!can(user, "manage people")) notFound();
  const time = now();
  const [thin, waiting] = await Promise.all([thinPlaces(user, time), requestsWaitingCount(user, time)]);
  return (
    <Page
      heading="Manage users"
      summary="Who has access to your locations or area, as what, and when they last signed in."
      back={{ href: "/accounts", label: "Accounts" }}
      width="wide"
    >
      {waiting > 0 && (
        <p>
          <Link href="/accounts/requests">{counted("person waits", waiting, "people wait")} for your decision</Link>
        </p>
      )}
      <ThinPlaces thin={thin} />
      <PeopleList user={user} path="/accounts/people" params={await props.searchParams} time={time} />
      <p>
        <Link href="/accounts/people/history">Who was let in and out, and when</Link>
      </p>
      <Details summary="What you can do for whom">
        <p>
          You can reset, unlock and close the account of a Standard user if all their places are yours. Of anybody else
          you can end the access to your own places. Only the support team can take out an approver: open the person and
          send us a message.
        </p>
        <p>
          When somebody leaves, close their account or end their access the same day, or set the last day if you know
          it. Returns keep the name of whoever filed them.
        </p>
        <p>
          When a location closes, its people can read what was filed there for {daysAfterClosing} days. Then their
          access ends by itself. When a location goes to another provider under the same registration, its people keep
          their access until an approver ends it: look through them here. Under a new registration it is a new location,
          and each of them asks for it.
        </p>
      </Details>
    </Page>
  );
}
