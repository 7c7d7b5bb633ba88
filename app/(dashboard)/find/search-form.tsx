import {
  CheckboxesField,
  CheckboxField,
  Details,
  NumberField,
  RadiosField,
  SelectField,
  TextField,
} from "@/components/ui";
import type { Criteria } from "@/lib/capacity/criteria";
import {
  confirmedWithin,
  distances,
  funding,
  needs,
  needsOf,
  peopleCaredFor,
  ratings,
  rooms,
} from "@/lib/capacity/filters";
import type { Found } from "@/lib/capacity/find-capacity";
import { countsHours, services, serviceWords } from "@/lib/capacity/services";
import { formatCount, formatNumber } from "@/lib/format";
import type { BedType } from "@/lib/questions/beds";

interface Props {
  criteria: Criteria;
  bedTypes: readonly BedType[];
  /** Null before anything was looked for: then no filter says how many it would leave. */
  found: Found | null;
}

/** What to look for and where. It goes by GET: the address holds the search, and it works without JavaScript. */
export function SearchForm({ criteria, bedTypes, found }: Props) {
  const hours = countsHours(criteria.service);
  const on = moreFiltersOn(criteria);
  return (
    <form method="get" action="/find#found" role="search" className="ct-no-print">
      {criteria.area && <input type="hidden" name="area" value={criteria.area} />}
      <div className="ct-find__where">
        <TextField
          name="near"
          label="Postcode, town or council"
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
        choices={bedTypes.map(({ key, label, definition }) => ({
          value: key,
          label: withCount(label, found?.bedTypes, key),
          hint: definition,
        }))}
      />
    </Details>
  );
}

function MoreFilters({ criteria, found }: Omit<Props, "bedTypes">) {
  const hours = countsHours(criteria.service);
  const choices = <K extends string>(name: string, words: Readonly<Record<K, string>>) =>
    (Object.entries(words) as [K, string][]).map(([value, label]) => ({
      value,
      label: withCount(label, found?.counts, `${name}=${value}`),
    }));
  const labels = <K extends string, V>(record: Readonly<Record<K, V>>, of: (value: V) => string) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value as V)]));
  return (
    <div className="ct-find__filters">
      {!hours && (
        <>
          <CheckboxField
            name="open"
            label={withCount("Open to admissions", found?.counts, "open=yes")}
            checked={criteria.open}
          />
          <CheckboxField
            name="nursing"
            label={withCount("With nursing", found?.counts, "nursing=yes")}
            checked={criteria.nursing}
          />
          <NumberField
            name="price"
            label="Most you can pay, £ a week"
            hint="Places that have not told us their prices will be left out"
            value={criteria.price ?? ""}
            width={5}
          />
        </>
      )}
      <RadiosField
        name="confirmed"
        label="Confirmed within"
        small
        value={String(criteria.confirmed ?? "")}
        choices={[{ value: "", label: "Any time" }, ...choices("confirmed", confirmedWithin as Record<string, string>)]}
      />
      <RadiosField
        name="rating"
        label="CQC rating"
        small
        value={criteria.rating ?? ""}
        choices={[
          { value: "", label: "Any rating" },
          ...choices(
            "rating",
            labels(ratings, ({ atLeast }) => atLeast),
          ),
        ]}
      />
      <CheckboxesField
        name="needs"
        label="The place has"
        small
        values={[...criteria.needs]}
        choices={choices("needs", Object.fromEntries(needsOf(hours).map((need) => [need, needs[need]])))}
      />
      <CheckboxesField
        name="for"
        label="It is for"
        small
        values={[...criteria.whoFor]}
        choices={choices(
          "for",
          labels(peopleCaredFor, ({ label }) => label),
        )}
      />
      {!hours && (
        <RadiosField
          name="room"
          label="Room"
          small
          value={criteria.room ?? ""}
          choices={[{ value: "", label: "Any" }, ...choices("room", rooms)]}
        />
      )}
      <CheckboxesField
        name="funding"
        label="It takes people funded by"
        small
        values={[...criteria.funding]}
        choices={choices("funding", { ...funding, self: "Themselves" })}
      />
      {found && found.contracts.length > 0 && (
        <SelectField
          name="contract"
          label="It has a contract with"
          value={criteria.contract ?? ""}
          empty="Any"
          choices={found.contracts.map(({ code, name, count }) => ({
            value: code,
            label: `${name} (${formatNumber(count)})`,
          }))}
        />
      )}
    </div>
  );
}

/** "Good or better (23)": how many there would be with it. */
const withCount = (label: string, counts: Readonly<Record<string, number>> | undefined, key: string): string =>
  counts ? `${label} (${formatNumber(counts[key] ?? 0)})` : label;

const moreFiltersOn = (criteria: Criteria): number =>
  [
    criteria.open,
    criteria.nursing,
    criteria.price,
    criteria.confirmed,
    criteria.rating,
    criteria.room,
    criteria.contract,
  ].filter(Boolean).length +
  criteria.needs.length +
  criteria.whoFor.length +
  criteria.funding.length;
