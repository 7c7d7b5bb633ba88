import { Tile } from "@/components/ui";
import { countsBeds } from "@/lib/questions/sets";
import type { DueReturn } from "@/lib/returns/queries";

/** Beds can be updated any day: a tile a location, or one for all where there are many. */
export function BedTiles({ returns }: { returns: DueReturn[] }) {
  const places = new Map(
    returns.filter((one) => countsBeds(one.collection)).map((one) => [one.locationId, one.location]),
  );
  if (places.size > 3)
    return (
      <Tile title="Update beds" href="/returns#beds">
        Say at which of your {places.size} locations beds are free today.
      </Tile>
    );
  return [...places].map(([id, name]) => (
    <Tile key={id} title={`Update beds: ${name}`} href={`/beds/${id}`}>
      Say which beds are free today. Hospitals look here before they ring.
    </Tile>
  ));
}
