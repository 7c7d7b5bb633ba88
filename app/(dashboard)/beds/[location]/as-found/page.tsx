import { Link } from "@/components/ui/link";
import { notFound, redirect } from "next/navigation";
import { InsetText, Page } from "@/components/ui";
import { locationsVisibleToSql } from "@/lib/access/scope";
import { bedsForm } from "@/lib/beds/beds-form";
import { placeWhere } from "@/lib/capacity/place-page";
import { now } from "@/lib/clock";
import { currentUser } from "@/lib/web/session";
import { PlaceDetails } from "@/app/(dashboard)/find/place-details";

/** A home as people looking for a bed see it, for the people of the home. */
export default async function AsFoundPage(props: { params: Promise<{ location: string }> }) {
  const user = await currentUser();
  const { location } = await props.params;
  const time = now();
  const id = /^[1-9]\d{0,8}$/.test(location) ? Number(location) : null;
  const place = id && (await placeWhere(locationsVisibleToSql(user), id, time));
  if (!place) notFound();
  if ((await bedsForm(user, place.id, time))?.closed) redirect(`/beds/${place.id}`);
  return (
    <Page heading={place.name} caption="How hospitals and councils see it" back={`/beds/${place.id}`}>
      <InsetText>
        <p>
          This is what people looking for a bed will see. To change the beds,{" "}
          <Link href={`/beds/${place.id}`}>update them</Link>. Only CQC can correct what comes from its register.
        </p>
      </InsetText>
      <PlaceDetails place={place} now={time} />
    </Page>
  );
}
