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
        Tell hospitals which of your {places.size} locations have free beds today.
      </Tile>
    );
  return [...places].map(([id, name]) => (
    <Tile key={id} title={`Update beds: ${name}`} href={`/beds/${id}`}>
      Tell hospitals which beds are free today. They look here before they ring.
    </Tile>
  ));
}
