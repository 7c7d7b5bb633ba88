import { Link } from "@/components/ui/link";
import { addressWith, type AddressParams } from "@/components/tables";
import type { MandatedCollection } from "@/lib/reports/queries";

const tabs: { collection: MandatedCollection; label: string }[] = [
  { collection: "care_home", label: "Care homes" },
  { collection: "home_care", label: "Home care" },
];

/** Care homes or home care: two returns, two sets of figures. */
export function CollectionTabs({
  path,
  collection,
  params = {},
}: {
  path: string;
  collection: MandatedCollection;
  /** What else the address goes on saying. */
  params?: AddressParams;
}) {
  return (
    <nav aria-label="Which return" className="ct-no-print">
      <ul className="nhsuk-list flex flex-wrap gap-4">
        {tabs.map((tab) => (
          <li key={tab.collection}>
            {tab.collection === collection ? (
              <strong aria-current="page">{tab.label}</strong>
            ) : (
              <Link href={addressWith(path, params, { collection: tab.collection })}>{tab.label}</Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
