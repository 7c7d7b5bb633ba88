import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui";
import { can } from "@/lib/access/policy";
import { now } from "@/lib/clock";
import { isMandated } from "@/lib/questions/collections";
import { countsBeds } from "@/lib/questions/sets";
import { providerRecord } from "@/lib/records/record";
import { overseenReturns } from "@/lib/returns/queries";
import { currentUser } from "@/lib/web/session";
import { locationAt, type RecordParams } from "@/app/(dashboard)/providers/[location]/address";
import { RecordPage } from "@/app/(dashboard)/providers/record-page";
import { ReturnsTable } from "@/app/(dashboard)/returns/returns-table";

/** What a location is asked to file: updates for any day, the daily one where it is switched on, and monthly returns. */
export default async function LocationUpdatesPage(props: { params: RecordParams }) {
  const user = await currentUser();
  const id = await locationAt(props.params);
  const time = now();
  const [record, returns] = await Promise.all([providerRecord(user, id, time), overseenReturns(user, [id], time)]);
  if (!record) notFound();
  const { place, facts } = record;
  const files = place.closed === null && can(user, "file a return", place.place);
  const monthly = returns.filter(({ collection }) => isMandated(collection));
  const anyDay = returns.filter(({ collection }) => !isMandated(collection));
  return (
    <RecordPage place={place} tab="updates" provider={facts.provider}>
      <HowTo of="updates" />
      {returns.length === 0 && (
        <EmptyState heading="No updates or returns">
          <p>{place.name} is not asked for any.</p>
        </EmptyState>
      )}
      {anyDay.length > 0 && <ReturnsTable caption="Updates for any day" returns={anyDay} time={time} files={files} />}
      {place.mayUpdateBeds && returns.some(({ collection }) => countsBeds(collection)) && (
        <p>
          <Link href={`/beds/${id}`}>Update the beds of {place.name}</Link>
        </p>
      )}
      {monthly.length > 0 && <ReturnsTable caption="Monthly returns" returns={monthly} time={time} files={files} />}
    </RecordPage>
  );
}
