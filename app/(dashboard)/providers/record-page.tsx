import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { ClosedLocation } from "@/components/returns/closed-location";
import { Page } from "@/components/ui";
import type { RecordPlace } from "@/lib/records/record-place";

const tabs = [
  { key: "details", label: "Provider details", path: "" },
  { key: "surveys", label: "Surveys", path: "/surveys" },
  { key: "quality", label: "Care quality", path: "/quality" },
  { key: "updates", label: "Updates", path: "/updates" },
] as const;

/** The frame of the pages of one location's record: whose it is, and its tabs. */
export function RecordPage(props: {
  place: RecordPlace;
  tab: (typeof tabs)[number]["key"];
  provider: string;
  banner?: ReactNode;
  children: ReactNode;
}) {
  const { place, tab, provider } = props;
  const label = tabs.find(({ key }) => key === tab)?.label ?? "";
  return (
    <Page
      heading={place.name}
      title={`${label} – ${place.name}`}
      caption={provider}
      back={{ href: "/providers", label: "Providers" }}
      banner={props.banner}
      width="wide"
    >
      <nav className="ct-tabs" aria-label={`Record of ${place.name}`}>
        <ul className="ct-tabs__list">
          {tabs.map(({ key, label: words, path }) => (
            <li key={key} className="ct-tabs__item">
              <Link href={`/providers/${place.id}${path}`} aria-current={key === tab ? "page" : undefined}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {place.closed && <ClosedLocation name={place.name} closed={place.closed} />}
      {props.children}
    </Page>
  );
}
