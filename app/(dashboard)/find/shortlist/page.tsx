import { HowTo } from "@/app/shell/how-to/how-to";
import { notFound } from "next/navigation";
import {
  ActionForm,
  EmptyState,
  HiddenField,
  NotificationBanner,
  Page,
  PrintButton,
  SubmitButton,
} from "@/components/ui";
import { can } from "@/lib/access/policy";
import type { PlacePage } from "@/lib/capacity/place-page";
import { shortlist } from "@/lib/capacity/shortlist";
import { now } from "@/lib/clock";
import { formatCount, formatDateTime } from "@/lib/format";
import { currentUser } from "@/lib/web/session";
import { mailMyShortlist, shortlistPlace } from "./actions";
import { Comparison } from "./comparison";

/** The places that a person set aside, side by side: to compare, to print and to take to a family. */
export default async function ShortlistPage(props: { searchParams: Promise<{ mailed?: string | string[] }> }) {
  const user = await currentUser();
  if (!can(user, "find capacity")) notFound();
  const time = now();
  const { places, gone } = await shortlist(user, time);
  const { mailed } = await props.searchParams;
  return (
    <Page
      heading="Shortlist"
      width="wide"
      back={{ href: "/find", label: "Find capacity" }}
      summary={`As of ${formatDateTime(time)}.`}
      banner={
        mailed !== undefined && (
          <NotificationBanner success heading={`We are sending the shortlist to ${user.email}.`} />
        )
      }
    >
      <HowTo of="shortlist" />
      {gone > 0 && (
        <p>
          {formatCount("place", gone)} on your list can no longer be found, because they have closed or are not active.
        </p>
      )}
      {places.length === 0 ? (
        <EmptyState heading="Nothing here yet" action={{ href: "/find", label: "Find capacity" }}>
          <p>
            Open a place in your search results and add it to your shortlist. You can compare, print and email the list
            here.
          </p>
        </EmptyState>
      ) : (
        <>
          <Comparison places={places} time={time} acts={(place) => <TakeOff place={place} />} />
          <ActionForm action={mailMyShortlist} className="ct-no-print">
            <SubmitButton look="secondary" pending="Sending…">
              Email it to me
            </SubmitButton>
          </ActionForm>
          <PrintButton>Print this shortlist</PrintButton>
          <p className="nhsuk-body-s">Contains CQC information licensed under the Open Government Licence v3.0.</p>
        </>
      )}
    </Page>
  );
}

function TakeOff({ place: { id, name } }: { place: PlacePage }) {
  return (
    <ActionForm action={shortlistPlace} className="ct-no-print">
      <HiddenField name="location" value={id} />
      <HiddenField name="on" value="no" />
      <HiddenField name="back" value="shortlist" />
      <SubmitButton look="secondary" small>
        Remove
        <span className="nhsuk-u-visually-hidden"> {name}</span>
      </SubmitButton>
    </ActionForm>
  );
}
