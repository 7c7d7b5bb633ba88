import { HowTo } from "@/app/shell/how-to/how-to";
import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { EmptyState, Page, Table, Tag } from "@/components/ui";
import { ClosedLocation } from "@/components/returns/closed-location";
import { isFilingKind } from "@/lib/access/kinds";
import { now } from "@/lib/clock";
import { formatDateTime, formatMonth } from "@/lib/format";
import { collections, isMandated } from "@/lib/questions/collections";
import { complianceOf, history, type History, type ReturnOnRecord } from "@/lib/returns/queries";
import { sourceInWords } from "@/lib/questions/return-source";
import { currentUser } from "@/lib/web/session";
import { returnAt, type ReturnParams } from "@/app/(dashboard)/returns/address";
import { Charts } from "./charts";
import { CompareReturns } from "./compare-returns";
import { ComplianceMonths } from "./compliance-months";
import { momentAsked, PastDay } from "./past-day";

/** Every return of a location's collection: who filed it, when and how, whether it counts, and what changed. */
export default async function HistoryPage(props: {
  params: ReturnParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const user = await currentUser();
  const { locationId, collection, path } = await returnAt(props.params);
  const time = now();
  const files = isFilingKind(user.kind);
  const params = await props.searchParams;
  const asked = momentAsked(one(params["on.day"]), one(params["on.month"]), one(params["on.year"]), time);
  const [found, standings] = await Promise.all([
    history(user, locationId, collection, time),
    complianceOf(user, locationId, asked.at),
  ]);
  if (!found) notFound();
  const standing = standings?.find((one) => one.collection === collection);
  return (
    <Page
      heading="Returns filed"
      caption={`${collections[collection].label}, ${found.location.name}`}
      summary={`As of ${formatDateTime(time)}.`}
      width="wide"
      problems={asked.problems}
      back={files ? { href: "/returns", label: "Back to returns" } : { href: "/areas", label: "Back to the area" }}
    >
      <HowTo of="return-history" />
      {found.closed && <ClosedLocation name={found.location.name} closed={found.closed} />}
      {standing && (
        <>
          <ComplianceMonths
            compliance={standing.compliance}
            excuses={standing.excuses}
            asOf={asked.past ? asked.at : null}
          />
          <PastDay asked={asked} />
        </>
      )}
      {isMandated(collection) && !found.closed && (
        <p>
          <Link href={`/reports/compare/${locationId}?collection=${collection}`}>
            How {found.location.name} compares with similar services nearby
          </Link>
        </p>
      )}
      <Charts found={found} downloadHref={`${path}/history/download`} />
      {found.returns.length === 0 ? (
        <EmptyState
          heading="No returns filed yet"
          action={files && !found.closed ? { href: path, label: "Fill in the first return" } : undefined}
        />
      ) : (
        <>
          <Returns found={found} path={path} />
          <p className="ct-no-print">
            <a href={`${path}/history/download`}>Download as CSV</a>
          </p>
          <CompareReturns found={found} from={one(params.from)} to={one(params.to)} />
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
          cell: ({ reference }) => (
            <Link className="whitespace-nowrap" href={`${path}/receipt/${reference}`}>
              {reference}
            </Link>
          ),
        },
        { key: "month", heading: "Window", cell: ({ month }) => formatMonth(month) },
        { key: "at", heading: "Filed at", cell: ({ submittedAt }) => formatDateTime(submittedAt) },
        { key: "by", heading: "By", cell: ({ onBehalfOf, submittedBy }) => onBehalfOf ?? submittedBy },
        { key: "how", heading: "How", cell: ({ source }) => sourceInWords(source) },
        { key: "state", heading: "Status", cell: (row) => <State row={row} /> },
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
