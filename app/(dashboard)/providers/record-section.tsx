import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";
import { DoneHere } from "@/components/ui";
import { formatDateTime } from "@/lib/format";
import type { Stamp } from "@/lib/records/stamp";

/** One section of a record: its heading, where it is changed, and who changed it last. */
export function RecordSection(props: {
  id: string;
  heading: string;
  /** Where it is changed, for those who may. */
  change?: { href: string; label: string } | undefined;
  /** Who saved it last; null where no one has. Left out where it comes from a register. */
  stamp?: Stamp | null;
  /** It has just been saved. */
  saved?: boolean | undefined;
  children: ReactNode;
}) {
  const { id, heading, change, stamp } = props;
  return (
    <section aria-labelledby={id} className="ct-record__section">
      <h2 className="nhsuk-heading-m" id={id} tabIndex={-1}>
        {heading}
      </h2>
      {props.saved && <DoneHere>Your changes are saved.</DoneHere>}
      {props.children}
      {change && (
        <p>
          <Link className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" href={change.href}>
            {change.label}
          </Link>
        </p>
      )}
      {stamp !== undefined && (
        <p className="nhsuk-body-s ct-record__stamp">
          {stamp ? `Last updated at ${formatDateTime(stamp.at)} by ${stamp.by}.` : "No one has updated this yet."}
        </p>
      )}
    </section>
  );
}
