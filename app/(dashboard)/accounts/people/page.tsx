import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import type { AddressParams } from "@/components/tables";
import { Details, Page } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { formatCount } from "@/lib/format";
import { daysAfterClosing } from "@/lib/locations/closed";
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
      summary="Who has access to your locations or area, their level of access, and when they last signed in."
      back={{ href: "/accounts", label: "Accounts" }}
      width="wide"
    >
      <HowTo guide="approve-people" />
      {waiting > 0 && (
        <p>
          <Link href="/accounts/requests">
            {formatCount("person is waiting", waiting, "people are waiting")} for your decision
          </Link>
        </p>
      )}
      <ThinPlaces thin={thin} />
      <PeopleList user={user} path="/accounts/people" params={await props.searchParams} time={time} />
      <p>
        <Link href="/accounts/people/history">History of who was given access and removed</Link>
      </p>
      <Details summary="What you can do">
        <p>
          You can reset, unlock and close a Standard user’s account if you are an approver for all of their locations.
          For anyone else, you can only end their access to your locations. Only the support team can remove an
          approver: open the person and send us a message.
        </p>
        <p>
          When someone leaves, close their account or end their access the same day, or set the last day if you know it.
          Their returns still show their name.
        </p>
        <p>
          When a location closes, people with access can still read what was filed there for {daysAfterClosing} days.
          Then their access ends automatically. If a location moves to another provider under the same registration,
          people keep their access until an approver ends it: check the list here. If it has a new registration, it is a
          new location and each person needs to ask for access.
        </p>
      </Details>
    </Page>
  );
}
