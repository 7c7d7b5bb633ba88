import { Link } from "@/components/ui/link";
import { InsetText } from "@/components/ui";
import { type Criteria, findHref } from "@/lib/capacity/criteria";
import type { Whereabouts } from "@/lib/capacity/whereabouts";
import type { NamedArea } from "@/lib/organisations/queries";

/** What is not known of where someone looks and what was done about it; and the areas that are `called` as a town is. */
export function WhereKnown(props: { criteria: Criteria; where: Whereabouts; called: readonly NamedArea[] }) {
  const { criteria, where, called } = props;
  if (where.kind === "postcode" && where.by !== "postcode" && where.label.replace(" ", "") !== where.district)
    return (
      <InsetText>
        <p>
          We do not know the postcode {where.label}. Distances are from the middle of its {where.by}
          {where.by === "district" && `, ${where.district}`}.
        </p>
      </InsetText>
    );
  if (where.kind === "town" && called.length > 0)
    return (
      <div className="ct-no-print">
        <p>These are results for the town and around it. You can also look in the whole area of:</p>
        <Areas areas={called} criteria={criteria} />
      </div>
    );
  if (where.kind !== "unknown") return null;
  return (
    <InsetText>
      <p role="status">
        {where.what === "postcode"
          ? `We do not know the postcode ${where.label} or its district. Check it, or enter a town or a council.`
          : `We could not find a place or council called ${where.label}. Check the spelling, or enter a postcode.`}
      </p>
      {where.like.length > 0 && <Areas areas={where.like} criteria={criteria} />}
    </InsetText>
  );
}

/** The same search in each of these areas. */
function Areas({ areas, criteria }: { areas: readonly NamedArea[]; criteria: Criteria }) {
  return (
    <ul>
      {areas.map(({ onsCode, kind, label }) => (
        <li key={onsCode}>
          <Link href={findHref({ ...criteria, near: "", area: onsCode, page: 1 })}>
            {kind === "local_authority" ? `${label} council` : label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
