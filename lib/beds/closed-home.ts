import { formatDate } from "@/lib/format";
import { closedNow } from "@/lib/locations/closed";
import type { RegisteredLocation } from "@/lib/locations/registered-location";
import type { Problem } from "@/lib/outcome";

/** Why the beds of a location that has closed cannot be updated; null while it is open. */
export function whyNoBeds(location: RegisteredLocation, now: Date): Problem | null {
  const closed = closedNow(location, now);
  return (
    closed && { message: `${location.name} closed on ${formatDate(closed.on)}, so its beds can no longer be updated` }
  );
}
