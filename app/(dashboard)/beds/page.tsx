import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { EmptyState, Page } from "@/components/ui";
import { now } from "@/lib/clock";
import { countsBeds } from "@/lib/questions/sets";
import { type DueReturn, dueReturns } from "@/lib/returns/queries";
import { currentUser } from "@/lib/web/session";

/** The homes whose beds someone may update. Someone with only one goes straight to its page. */
export default async function BedsPage() {
  const returns = await dueReturns(await currentUser(), now());
  const counting = returns.filter(({ collection }) => countsBeds(collection));
  const isClosed = ({ state }: DueReturn) => state === "closed";
  const homes = new Map(counting.filter((one) => !isClosed(one)).map((one) => [one.locationId, one.location]));
  const closed = new Map(counting.filter(isClosed).map((one) => [one.locationId, one]));
  const [only] = homes.keys();
  if (homes.size === 1 && closed.size === 0 && only !== undefined) redirect(`/beds/${only}`);
  return (
    <Page heading="Update beds" back="/home">
      <HowTo of="beds" />
      {homes.size + closed.size === 0 && (
        <EmptyState heading="You have no beds to update">
          <p>Homes you have access to will be listed here.</p>
        </EmptyState>
      )}
      <ul className="nhsuk-list">
        {[...homes].map(([id, name]) => (
          <li key={id}>
            <Link href={`/beds/${id}`}>{name}</Link>
          </li>
        ))}
        {[...closed].map(([id, { location, sentence }]) => (
          <li key={id}>
            {location}. {sentence}.
          </li>
        ))}
      </ul>
    </Page>
  );
}
