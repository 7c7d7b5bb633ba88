import { CheckboxesField, CheckboxField, NumberField, RadiosField, SelectField } from "@/components/ui";
import type { Criteria } from "@/lib/capacity/criteria";
import { confirmedWithin, funding, needs, needsOf, peopleCaredFor, ratings, rooms } from "@/lib/capacity/filters";
import type { Found } from "@/lib/capacity/find-capacity";
import { countsHours } from "@/lib/capacity/services";
import { formatCount, formatNumber, plural } from "@/lib/format";

/** The filters that wait one press away, each with how many places it would leave. */
export function MoreFilters({ criteria, found }: { criteria: Criteria; found: Found | null }) {
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
            hint={priceHint(criteria, found)}
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

/** "£700 or less (3), £900 or less (12)": what prices there are, and what the one that was entered leaves. */
function priceHint({ price }: Criteria, found: Found | null): string {
  const silent = "Places that have not told us their prices are left out";
  if (found === null) return silent;
  const steps = Object.entries(found.counts).filter(([key]) => key.startsWith("price="));
  if (steps.length === 0) return "None of these places has told us its prices";
  const choices = spread(steps, 6).map(
    ([key, left]) => `£${formatNumber(Number(key.slice("price=".length)))} or less (${formatNumber(left)})`,
  );
  const without = found.counts.price;
  const own =
    price === null || without === undefined
      ? ""
      : `${formatNumber(found.total)} of ${formatCount("place", without)} ${plural("costs", found.total, "cost")} this or less. `;
  return `${own}${choices.join(", ")}. ${silent}`;
}

/** So many of a list at most, from its first to its last. */
const spread = <T,>(all: readonly T[], most: number): T[] =>
  all.length <= most
    ? [...all]
    : Array.from({ length: most }, (_, nth) => all[Math.round((nth * (all.length - 1)) / (most - 1))] as T);

/** "Good or better (23)": how many there would be with it. */
export const withCount = (label: string, counts: Readonly<Record<string, number>> | undefined, key: string): string =>
  counts ? `${label} (${formatNumber(counts[key] ?? 0)})` : label;

/** How many of them are on. */
export const moreFiltersOn = (criteria: Criteria): number =>
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
