import { LineChart } from "@/components/charts";
import { formatMonth, formatPercent } from "@/lib/format";
import { monthsFrom } from "@/lib/london";
import { totalBeds } from "@/lib/questions/beds";
import { setOf } from "@/lib/questions/sets";
import type { History, ReturnOnRecord } from "@/lib/returns/queries";

/** Occupancy and staff over time, each with its table. */
export function Charts({ found, downloadHref }: { found: History; downloadHref: string }) {
  const months = monthly(found);
  if (months.length < 2) return null;
  const newest = formatMonth(months.at(-1)?.month ?? "");
  const axis = months.map(({ month }) => shortMonth(month));
  const { staff = [], beds } = setOf(found.collection);
  const heads = months.map(({ filed }) => (filed ? sum(staff.map((key) => filed.answers?.[key])) : null));
  const occupied = months.map(({ filed }) => {
    const total = filed?.beds && totalBeds(filed.beds);
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
          downloadHref={downloadHref}
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
          downloadHref={downloadHref}
          series={[{ label: "Staff", values: heads }]}
        />
      )}
    </>
  );
}

const most = 24;

/** The newest figures of each month, oldest first; a month without any has its gap. */
function monthly({ returns }: History): { month: string; filed?: ReturnOnRecord | undefined }[] {
  const newest = new Map<string, ReturnOnRecord>();
  for (const filed of returns)
    if (!filed.supersededAt && filed.answers && !newest.has(filed.month)) newest.set(filed.month, filed);
  const stated = [...newest.keys()].sort();
  const [first, last] = [stated[0], stated.at(-1)];
  if (first === undefined || last === undefined) return [];
  return monthsFrom(first, last)
    .slice(-most)
    .map((month) => ({ month, filed: newest.get(month) }));
}

/** "Dec 26": short enough to stand under a line. */
const shortMonth = (month: string) => `${formatMonth(month).slice(0, 3)} ${month.slice(2, 4)}`;

const percent = (share: number | null | undefined) => (typeof share === "number" ? formatPercent(share) : "not known");

const sum = (answers: unknown[]): number | null =>
  answers.every((answer) => typeof answer === "number") ? answers.reduce((a, b) => a + b, 0) : null;
