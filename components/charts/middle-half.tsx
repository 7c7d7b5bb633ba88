import { scaleLinear } from "d3-scale";

/** A bar from the lower to the upper quartile with a stroke at the median, and a diamond for one's own figure. The text beside it says the same. */
export function MiddleHalf(props: {
  lower: number;
  median: number;
  upper: number;
  own: number | null;
  /** Both ends of the scale, where several stand under each other. */
  ends?: readonly [number, number] | undefined;
}) {
  const { lower, median, upper, own } = props;
  const span = upper - lower || Math.abs(upper) || 1;
  const ends = props.ends ?? [Math.min(lower - span / 2, own ?? lower), Math.max(upper + span / 2, own ?? upper)];
  const x = scaleLinear(ends, [8, 192]);
  return (
    <svg className="ct-middle" viewBox="0 0 200 24" width="200" height="24" aria-hidden="true" focusable="false">
      <line x1="0" x2="200" y1="12" y2="12" className="ct-middle__line" />
      <rect x={x(lower)} width={Math.max(2, x(upper) - x(lower))} y="5" height="14" className="ct-band-1" />
      <line x1={x(median)} x2={x(median)} y1="2" y2="22" className="ct-middle__median" />
      {own !== null && <path d={`M${x(own)},3 l7,9 l-7,9 l-7,-9 z`} className="ct-middle__own" />}
    </svg>
  );
}
