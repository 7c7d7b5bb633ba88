import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui";
import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";
import { type Season, seasonNames, usualSeasons } from "@/lib/questions/seasons";
import type { decisions } from "@/lib/windows/support/queries";
import { EndLink } from "./end-link";

type Decided = Awaited<ReturnType<typeof decisions>>["seasons"][number];
type Row = { kind: "usual"; season: Season } | { kind: "decided"; season: Decided };

/** Which seasonal questions are asked when: as usual until support says something about a season. */
export function Seasons({ rows, month }: { rows: Decided[]; month: Month }) {
  const usual = usualSeasons(month).filter(({ key }) => rows.every((row) => row.key !== key));
  const all: Row[] = [
    ...usual.map((season) => ({ kind: "usual" as const, season })),
    ...rows.map((season) => ({ kind: "decided" as const, season })),
  ];
  return (
    <Table
      caption="Seasons and campaigns"
      captionSize="m"
      rows={all}
      rowKey={(row) => (row.kind === "usual" ? row.season.key : String(row.season.id))}
      columns={[
        { key: "key", heading: "Questions", cell: ({ season }) => nameOf(season.key) },
        { key: "from", heading: "From", cell: ({ season }) => formatMonth(monthOfSeason(season.from)) },
        { key: "until", heading: "Until", cell: ({ season }) => formatMonth(monthOfSeason(season.until)) },
        { key: "state", heading: "Status", cell: (row) => <State row={row} /> },
      ]}
    />
  );
}

const nameOf = (key: string) => (Object.hasOwn(seasonNames, key) ? seasonNames[key as keyof typeof seasonNames] : key);
const monthOfSeason = (month: Date | Month) => (typeof month === "string" ? month : month.toISOString().slice(0, 7));

function State({ row }: { row: Row }) {
  if (row.kind === "decided") return <EndLink endedAt={row.season.endedAt} what="season" id={row.season.id} />;
  return (
    <>
      Every winter, as usual.{" "}
      <Link href={`/admin/windows/end/usual/${row.season.key}`}>
        Switch off<span className="nhsuk-u-visually-hidden"> {nameOf(row.season.key)}</span>
      </Link>
    </>
  );
}
