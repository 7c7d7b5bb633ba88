import { Link } from "@/components/ui/link";
import { WarningCallout } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { Closed } from "@/lib/locations/closed";

/** That a location is closed: since when, what can still be read, and until when. */
export function ClosedLocation(props: { name: string; closed: Closed; history?: string }) {
  const { name, closed, history } = props;
  return (
    <WarningCallout heading={`${name} is closed`}>
      <p>
        Its register says that it closed on {formatDate(closed.on)}. It does not need to file any more returns, and its
        beds cannot be updated.
      </p>
      <p>
        You can read and download{" "}
        {history ? <Link href={history}>the returns that were filed</Link> : "the returns that were filed"} until{" "}
        {formatDate(closed.readUntil)}. If this is a mistake, contact the support team.
      </p>
    </WarningCallout>
  );
}
