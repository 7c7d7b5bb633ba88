import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { AcceptWarnings, ActionForm, HiddenField, LeaveWarning, SubmitButton } from "@/components/ui";
import { now } from "@/lib/clock";
import { formatDateTime } from "@/lib/format";
import { contractAreas, newestSuitability, suitabilityAsked, suitabilityStamp } from "@/lib/records/suitability";
import { currentUser } from "@/lib/web/session";
import { keepSuitability } from "@/app/(dashboard)/providers/[location]/actions";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { EditPage, placeToEdit } from "@/app/(dashboard)/providers/[location]/edit-page";
import { ContractFields, HomeCareFields, NeedFields, PriceFields, RoomFields } from "./fields";

/** Whom a location suits, who may pay, its contracts and what it costs: as people who look for a place will see it. */
export default async function SuitabilityPage(props: { params: RecordParams }) {
  const user = await currentUser();
  const time = now();
  const place = await placeToEdit(user, await locationAt(props.params), time);
  const [asked, stated, areas] = await Promise.all([
    suitabilityAsked(user, place, time),
    newestSuitability(place.id),
    contractAreas(time),
  ]);
  const stamp = suitabilityStamp(stated);
  const { localAuthorityId, subIcbId, icbId } = place.place;
  return (
    <EditPage
      place={place}
      heading="Who you care for, funding and prices"
      section="funding"
      summary={
        stamp
          ? `Last updated at ${formatDateTime(stamp.at)} by ${stamp.by}.`
          : "No one has told us this yet. What you leave open is shown as “not said”."
      }
    >
      <HowTo of="suitability" />
      <p>
        People who look for a free place see this in Find, and can search by it. What CQC has registered stays beside
        it.
        {place.mayUpdateBeds && (
          <>
            {" "}
            To change free beds, go to{" "}
            {asked.inBeds ? (
              <Link href={`/beds/${place.id}`}>Update beds</Link>
            ) : (
              <Link href="/returns">your returns</Link>
            )}
            .
          </>
        )}
      </p>
      <ActionForm action={keepSuitability}>
        <HiddenField name="location" value={place.id} />
        <HiddenField name="looked" value={stated?.id ?? 0} />
        <LeaveWarning />
        <NeedFields asked={asked} stated={stated} />
        {asked.inBeds && <RoomFields stated={stated} />}
        {asked.atHome && <HomeCareFields stated={stated} />}
        <ContractFields
          stated={stated}
          areas={areas}
          own={[localAuthorityId, subIcbId, icbId].filter((id) => id !== null)}
        />
        {asked.inBeds && <PriceFields asked={asked} stated={stated} />}
        <AcceptWarnings />
        <SubmitButton pending="Saving…">Save for {place.name}</SubmitButton>
      </ActionForm>
    </EditPage>
  );
}
