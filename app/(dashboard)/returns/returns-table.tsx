import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui";
import { formatAgo } from "@/lib/format";
import type { DueReturn, StandingNow } from "@/lib/returns/queries";
import { StandingTag } from "./standing-tag";
import { StateTag } from "./state-tag";

/**
 * Returns and updates: how each stands, by when it is due, and when it was last filed. Each leads to its form for those
 * who may file it (`files`), and to its history for everyone who is shown it.
 */
export function ReturnsTable(props: {
  caption: string;
  returns: DueReturn[];
  time: Date;
  files: boolean;
  standing?: (due: DueReturn) => StandingNow | undefined;
}) {
  const { caption, returns, time, files } = props;
  return (
    <Table
      caption={caption}
      captionSize="m"
      rows={returns}
      rowKey={({ href }) => href}
      columns={[
        {
          key: "location",
          heading: "Return",
          cell: ({ href, label, location, state }) =>
            files && state !== "closed" ? (
              <Link href={href}>
                {label}: {location}
              </Link>
            ) : (
              `${label}: ${location}`
            ),
        },
        {
          key: "state",
          heading: "Status",
          cell: (due) => (
            <>
              <StateTag state={due.state} />
              {files && due.draft && ` Draft by ${due.draft.savedBy}, ${formatAgo(due.draft.savedAt, time)}`}
              <Standing standing={props.standing?.(due)} />
            </>
          ),
        },
        { key: "when", heading: "By when", cell: ({ sentence }) => sentence },
        {
          key: "last",
          heading: "Last filed",
          cell: ({ lastFiled }) => (lastFiled ? `${formatAgo(lastFiled.at, time)} by ${lastFiled.by}` : "Never"),
        },
        {
          key: "history",
          heading: "History",
          cell: ({ href, label, location }) => (
            <Link href={`${href}/history`}>
              History
              <span className="nhsuk-u-visually-hidden">
                {" "}
                of {label}: {location}
              </span>
            </Link>
          ),
        },
      ]}
    />
  );
}

/** Said only where deadlines were missed: the months that make it so. */
function Standing({ standing }: { standing: StandingNow | undefined }) {
  if (!standing || standing.standing === "on track") return null;
  return (
    <span className="nhsuk-u-margin-top-2 block">
      <StandingTag standing={standing.standing} />
      <span className="nhsuk-body-s block">{standing.why}</span>
    </span>
  );
}
