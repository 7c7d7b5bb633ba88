import { formatCount } from "@/lib/format";
import { Points } from "./frame";

const shown = 20;

/** The returns a person owes, by location. Of very many it names the first and counts the rest. */
export function DueList({ due }: { due: readonly { location: string; collection: string }[] }) {
  const points = due.slice(0, shown).map(({ location, collection }) => `${location}: ${collection}`);
  if (due.length > shown) points.push(`and ${formatCount("other return", due.length - shown)}`);
  return <Points points={points} />;
}
