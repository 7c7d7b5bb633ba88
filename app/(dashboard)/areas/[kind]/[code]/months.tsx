import { Link } from "@/components/ui/link";
import { addressWith, type AddressParams } from "@/components/tables";
import { formatMonth } from "@/lib/format";
import type { Month } from "@/lib/london";

/** Which window is shown: the one before, the one after, or any of them by its name. */
export function Months(props: { path: string; params: AddressParams; month: Month; months: readonly Month[] }) {
  const { path, params, month, months } = props;
  const at = months.indexOf(month);
  const to = (other: Month) => addressWith(path, params, { month: other === months.at(-1) ? null : other });
  const [before, after] = [months[at - 1], months[at + 1]];
  return (
    <form className="ct-months ct-no-print" method="get" action={path} role="search" aria-label="Which window">
      {before && (
        <Link rel="prev" href={to(before)}>
          <span aria-hidden="true">← </span>
          {formatMonth(before)}
        </Link>
      )}
      <label className="nhsuk-label" htmlFor="month">
        Window
      </label>
      <select className="nhsuk-select" id="month" name="month" defaultValue={month}>
        {months.toReversed().map((one) => (
          <option key={one} value={one}>
            {formatMonth(one)}
          </option>
        ))}
      </select>
      {["collection", "within", "of", "area", "measure", "spread"].flatMap((name) =>
        [params[name] ?? []]
          .flat()
          .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
        Show
      </button>
      {after && (
        <Link rel="next" href={to(after)}>
          {formatMonth(after)}
          <span aria-hidden="true"> →</span>
        </Link>
      )}
    </form>
  );
}
