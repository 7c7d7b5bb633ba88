import { Link } from "@/components/ui/link";
import { kindLabel, locationKinds } from "@/lib/access/kinds";
import type { FilterChoices } from "@/lib/records/filter-choices";
import { complianceWords, type ProvidersWanted, updatedWords } from "@/lib/records/provider-filters";
import { SearchAsTyped } from "./search-as-typed";

type Choice = readonly [value: string, label: string];

/** Every filter of the list and its search. It is sent by GET, so the address holds them all. */
export function ProviderFilters(props: {
  wanted: ProvidersWanted;
  choices: FilterChoices;
  keeps: Readonly<Record<string, string>>;
}) {
  const { wanted, choices, keeps } = props;
  const areas = (given: FilterChoices["council"]) => given.map(({ code, name }): Choice => [code, name]);
  return (
    <form method="get" action="/providers" className="ct-no-print" role="search">
      {Object.entries(keeps).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SearchAsTyped />
      <div className="ct-filters">
        <Text name="search" label="Name, postcode or CQC location ID" value={wanted.search} />
        <Text name="parent" label="Parent organisation" value={wanted.parent} />
        <Select
          name="ownership"
          label="Ownership type"
          all="All ownership types"
          value={wanted.ownership}
          choices={choices.ownership.map((one): Choice => [one, one])}
        />
        <Select
          name="type"
          label="Service type"
          all="All types"
          value={wanted.type}
          choices={locationKinds.map((kind): Choice => [kind, kindLabel(kind)])}
        />
        <Select
          name="region"
          label="NHS region"
          all="All regions"
          value={wanted.region}
          choices={areas(choices.region)}
        />
        <Select
          name="council"
          label="Council"
          all="All councils"
          value={wanted.council}
          choices={areas(choices.council)}
        />
        <Select
          name="subIcb"
          label="Sub ICB"
          all="All Sub ICBs"
          value={wanted.subIcb}
          choices={areas(choices.subIcb)}
        />
        <Select
          name="compliance"
          label="Compliance"
          all="Any"
          value={wanted.compliance}
          choices={Object.entries(complianceWords)}
        />
        <Select
          name="updated"
          label="Last updated"
          all="Any time"
          value={wanted.updated}
          choices={Object.entries(updatedWords)}
        />
      </div>
      <div className="nhsuk-button-group">
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Show providers
        </button>
        <Link href="/providers">Reset filters</Link>
      </div>
    </form>
  );
}

const Text = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={name}>
      {label}
    </label>
    <input className="nhsuk-input" id={name} name={name} type="search" defaultValue={value} />
  </div>
);

const Select = (props: { name: string; label: string; all: string; value: string; choices: readonly Choice[] }) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={props.name}>
      {props.label}
    </label>
    <select className="nhsuk-select" id={props.name} name={props.name} defaultValue={props.value}>
      <option value="">{props.all}</option>
      {props.choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </div>
);
