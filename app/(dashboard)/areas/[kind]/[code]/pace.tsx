import { formatList, formatMonth, formatNumber, formatPercent } from "@/lib/format";
import type { EarlierPace } from "@/lib/reports/pace";

/** Whether returns come in faster or slower than they did by this point of earlier windows. Nothing once it is closed. */
export function Pace({ pace, filed, due }: { pace: readonly EarlierPace[]; filed: number; due: number }) {
  if (pace.length === 0) return null;
  const earlier = pace.map(
    ({ month, filed, due }) => `${formatPercent(due > 0 ? filed / due : 0)} in ${formatMonth(month)}`,
  );
  return (
    <p className="nhsuk-body">
      <strong>
        {formatNumber(filed)} of {formatNumber(due)} locations have responded so far ({formatPercent(filed / due)}).
      </strong>{" "}
      By this point it was {formatList(earlier)}.
    </p>
  );
}
