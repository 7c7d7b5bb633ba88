import Link from "next/link";
import { notFound } from "next/navigation";
import { LineChart } from "@/components/charts";
import { EmptyState, Page, Table, Tag } from "@/components/ui";
import { isProviderKind } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth, formatPercent } from "@/lib/format";
import { totalBeds } from "@/lib/questions/beds";
import { collections } from "@/lib/questions/collections";
import { setOf } from "@/lib/questions/sets";
import { complianceOf, history, type History, type ReturnOnRecord } from "@/lib/returns/queries";
import { sourceInWords } from "@/lib/returns/return-source";
import { currentUser } from "@/lib/session";
import { returnAt, type ReturnParams } from "../../../address";
import { CompareReturns } from "./compare-returns";
import { ComplianceMonths } from "./compliance-months";

/** Every return of a location's collection: who, when, how; how it stands; what changed; occupancy and staff over time. */
export default async function HistoryPage(props: {
  params: ReturnParams;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
}) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const time = now();
  const files = isProviderKind(user.kind);
  const [found, standings] = await Promise.all([
    history(user, locationId, collection),
    complianceOf(user, locationId, time),
  ]);
  if (!found) notFound();
  const { from, to } = await props.searchParams;
  const standing = standings?.find((one) => one.collection === collection);
  return (
    <Page
      heading="Returns filed"
      caption={`${collections[collection].label}, ${found.location.name}`}
      summary={`As of ${formatDateTime(time)}.`}
      width="wide"
      back={files ? { href: "/returns", label: "Back to returns" } : { href: "/areas", label: "Back to the area" }}
    >
      {standing && <ComplianceMonths compliance={standing.compliance} />}
      <Charts found={found} />
      {found.returns.length === 0 ? (
        <EmptyState
          heading="No return was filed yet"
          action={files ? { href: path, label: "Fill in the first return" } : undefined}
        />
      ) : (
        <>
          <Returns found={found} path={path} />
          <p>
            <a href={`${path}/history/download`}>Download as CSV</a>
          </p>
          <CompareReturns found={found} from={one(from)} to={one(to)} />
        </>
      )}
    </Page>
  );
}

const one = (given: string | string[] | undefined): string | undefined => (Array.isArray(given) ? given[0] : given);

function Returns({ found, path }: { found: History; path: string }) {
  return (
    <Table
      caption="Every return"
      captionSize="m"
      rows={found.returns}
      rowKey={({ reference }) => reference}
      columns={[
        {
          key: "reference",
          heading: "Return",
          cell: ({ reference }) => <Link href={`${path}/receipt/${reference}`}>{reference}</Link>,
        },
        { key: "month", heading: "Window", cell: ({ month }) => formatMonth(month) },
        { key: "at", heading: "Filed at", cell: ({ submittedAt }) => formatDateTime(submittedAt) },
        { key: "by", heading: "By", cell: ({ onBehalfOf, submittedBy }) => onBehalfOf ?? submittedBy },
        { key: "how", heading: "How", cell: ({ source }) => sourceInWords(source) },
        { key: "state", heading: "State", cell: (row) => <State row={row} /> },
      ]}
    />
  );
}

function State({ row }: { row: ReturnOnRecord }) {
  if (row.supersededAt) return <Tag colour="grey">Replaced</Tag>;
  if (row.late)
    return (
      <Tag colour="orange" shape="triangle">
        Late update
      </Tag>
    );
  return (
    <Tag colour="green" shape="tick">
      {row.nilReason ? "Nil, counts" : "Counts"}
    </Tag>
  );
}

/** The newest figures of each month, oldest first. */
function monthly({ returns }: History): ReturnOnRecord[] {
  const newest = new Map<string, ReturnOnRecord>();
  for (const filed of returns)
    if (!filed.supersededAt && filed.answers && !newest.has(filed.month)) newest.set(filed.month, filed);
  return [...newest.values()].toReversed().slice(-24);
}

function Charts({ found }: { found: History }) {
  const months = monthly(found);
  if (months.length < 2) return null;
  const newest = formatMonth(months.at(-1)?.month ?? "");
  const axis = months.map(({ month }) => shortMonth(month));
  const { staff = [], beds } = setOf(found.collection);
  const heads = months.map(({ answers }) => sum(staff.map((key) => answers?.[key])));
  const occupied = months.map((filed) => {
    const total = filed.beds && totalBeds(filed.beds);
    return total && total.capacity > 0 ? total.occupied / total.capacity : null;
  });
  return (
    <>
      {beds && (
        <LineChart
          id="occupancy"
          title={`Occupancy was ${percent(occupied.at(-1))} in ${newest}`}
          description="Occupied beds as a share of all beds, as filed for each window."
          axis={axis}
          series={[{ label: "Occupancy", values: occupied }]}
          to={1}
          format={formatPercent}
        />
      )}
      {staff.length > 0 && (
        <LineChart
          id="staff"
          title={`Staff: ${heads.at(-1) ?? "not answered"} in ${newest}`}
          description="People employed directly and through agencies, as filed for each window."
          axis={axis}
          series={[{ label: "Staff", values: heads }]}
        />
      )}
    </>
  );
}

/** "Dec 26": short enough to stand under a line. */
const shortMonth = (month: string) => `${formatMonth(month).slice(0, 3)} ${month.slice(2, 4)}`;

const percent = (share: number | null | undefined) => (typeof share === "number" ? formatPercent(share) : "not known");

const sum = (answers: unknown[]): number | null =>
  answers.every((answer) => typeof answer === "number") ? answers.reduce((a, b) => a + b, 0) : null;
