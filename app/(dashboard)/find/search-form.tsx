import { CheckboxesField, Details, NumberField, SelectField, TextField } from "@/components/ui";
import { type Criteria, writtenBox } from "@/lib/capacity/criteria";
import { distances, leastBeds, leastHours } from "@/lib/capacity/filters";
import type { Found } from "@/lib/capacity/find-capacity";
import { countsHours, services, serviceWords } from "@/lib/capacity/services";
import { formatCount, formatNumber } from "@/lib/format";
import { type BedType, meaningOf } from "@/lib/questions/beds";
import { MoreFilters, moreFiltersOn, withCount } from "./more-filters";

interface Props {
  criteria: Criteria;
  bedTypes: readonly BedType[];
  /** Null before anything was looked for: then no filter says how many it would leave. */
  found: Found | null;
}

/** What to look for and where. It is sent by GET, so the address holds the search and it works without JavaScript. */
export function SearchForm({ criteria, bedTypes, found }: Props) {
  const hours = countsHours(criteria.service);
  const on = moreFiltersOn(criteria);
  return (
    <form method="get" action="/find#found" role="search" className="ct-no-print">
      {criteria.area && <input type="hidden" name="area" value={criteria.area} />}
      {criteria.box && <input type="hidden" name="box" value={writtenBox(criteria.box)} />}
      <div className="ct-find__where">
        <TextField
          name="near"
          label="Postcode, town or council"
          hint={
            found && found.where.kind !== "unknown" && criteria.near === ""
              ? `Leave blank to stay in ${found.where.label}`
              : "Or a Sub ICB: its place or code"
          }
          value={criteria.near}
          autoComplete="postal-code"
          spellCheck={false}
          width={20}
        />
        <SelectField
          name="within"
          label="Within"
          value={String(criteria.within)}
          empty={null}
          choices={distances.map((miles) => ({ value: String(miles), label: formatCount("mile", miles) }))}
        />
        <SelectField
          name="service"
          label="Type of care"
          value={criteria.service}
          empty={null}
          choices={services.map((value) => ({ value, label: serviceWords[value].label }))}
        />
        <NumberField
          name="least"
          label={hours ? "Hours a week needed" : "Beds needed"}
          hint={found ? leastInWords(hours ? leastHours : leastBeds, found.counts) : undefined}
          value={found === null ? 1 : (criteria.least ?? "")}
          width={3}
        />
      </div>
      {!hours && bedTypes.length > 0 && <BedTypes bedTypes={bedTypes} criteria={criteria} found={found} />}
      <Details summary={on === 0 ? "More filters" : `More filters (${on} on)`}>
        <MoreFilters criteria={criteria} found={found} />
      </Details>
      <input type="hidden" name="sort" value={criteria.sort} />
      <button className="nhsuk-button" type="submit">
        Find places
      </button>
    </form>
  );
}

/** "1 or more (23), 2 or more (9)": how many places each number would leave. */
const leastInWords = (numbers: readonly number[], counts: Found["counts"]): string =>
  numbers.map((least) => `${least} or more (${formatNumber(counts[`vacancy=${least}`] ?? 0)})`).join(", ");

function BedTypes({ bedTypes, criteria, found }: Props) {
  return (
    <Details
      summary={
        criteria.beds.length === 0 ? "Bed types: any" : `Bed types: ${formatCount("type", criteria.beds.length)}`
      }
      open={criteria.beds.length > 0}
    >
      <CheckboxesField
        name="beds"
        label="Types of bed"
        labelHidden
        small
        values={[...criteria.beds]}
        choices={bedTypes.map((type) => ({
          value: type.key,
          label: withCount(type.label, found?.bedTypes, type.key),
          hint: meaningOf(type),
        }))}
      />
    </Details>
  );
}
