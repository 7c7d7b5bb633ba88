import { CheckboxesField, NumberField, RadiosField, SelectField, TextField } from "@/components/ui";
import { funding, needs, peopleCaredFor } from "@/lib/capacity/filters";
import {
  type ContractArea,
  needColumns,
  type StatedSuitability,
  type SuitabilityAsked,
} from "@/lib/records/suitability";

interface Given {
  stated: StatedSuitability | null;
}

const answers = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "", label: "Not said" },
];
const answerOf = (said: boolean | null | undefined) => (said === true ? "yes" : said === false ? "no" : "");
const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const groups = Object.entries(peopleCaredFor).map(([value, { label, bands }]) => ({ value, label, bands }));

/** For whom, who may pay, and what is there: each said, denied or left open. */
export function NeedFields({ asked, stated }: Given & { asked: SuitabilityAsked }) {
  const said = new Set(stated?.whoFor);
  return (
    <>
      <CheckboxesField
        name="who"
        label="Who else do you care for?"
        hint="As well as the people CQC has registered you for"
        small
        choices={groups.map(({ value, label }) => ({ value, label }))}
        values={groups.filter(({ bands }) => bands.some((band) => said.has(band))).map(({ value }) => value)}
      />
      <CheckboxesField
        name="funding"
        label="Which funding do you accept?"
        hint="Select all that apply"
        small
        choices={choices(funding)}
        values={stated?.funding}
      />
      {asked.inBeds && (
        <RadiosField
          name="nursing"
          label="Do you give nursing care?"
          inline
          small
          choices={answers}
          value={answerOf(stated?.nursing)}
        />
      )}
      {asked.needs.map((need) => (
        <RadiosField
          key={need}
          name={`need.${need}`}
          label={needs[need]}
          inline
          small
          choices={answers}
          value={answerOf(stated?.[needColumns[need]])}
        />
      ))}
    </>
  );
}

const hours = Array.from({ length: 24 }, (_, nth) => nth + 1).map((hour) => ({
  value: String(hour),
  label: hour === 24 ? "Midnight" : hour === 12 ? "Midday" : `${hour % 12}${hour < 12 ? "am" : "pm"}`,
}));

/** For whom rooms are kept, and until when people are admitted. */
export const RoomFields = ({ stated }: Given) => (
  <>
    <RadiosField
      name="roomsFor"
      label="Who are your rooms for?"
      small
      choices={[
        ...choices({ anyone: "Anyone", women: "Women only", men: "Men only" }),
        { value: "", label: "Not said" },
      ]}
      value={stated?.roomsFor ?? ""}
    />
    <SelectField
      name="admitsUntil"
      label="What is the latest time of day that you admit people?"
      empty="Not said"
      choices={hours}
      value={stated?.admitsUntil ? String(stated.admitsUntil) : ""}
    />
  </>
);

/** Where home care goes, and how much more it could give. */
export const HomeCareFields = ({ stated }: Given) => (
  <>
    <NumberField
      name="hoursFree"
      label="How many more hours of care a week could you give now?"
      hint="Leave it blank if nothing has changed since your last return. Shown in Find with today’s date."
    />
    <TextField
      name="districts"
      label="Which postcode districts do you serve?"
      hint="For example OL1, OL2, M24"
      value={stated?.districts.join(", ")}
    />
    <NumberField
      name="milesServed"
      label="How many miles do you go at most?"
      value={stated?.milesServed}
      suffix="miles"
    />
  </>
);

/** The councils and boards that there is a contract with: its own are offered first, any other can be added. */
export function ContractFields(props: Given & { areas: readonly ContractArea[]; own: readonly number[] }) {
  const has = new Set(props.stated?.contracts.map(({ areaId }) => areaId));
  const offered = props.areas.filter(({ id }) => has.has(id) || props.own.includes(id));
  const choice = ({ id, name }: ContractArea) => ({ value: String(id), label: name });
  return (
    <>
      <CheckboxesField
        name="contract"
        label="Which councils and NHS boards do you have a contract with?"
        small
        choices={offered.map(choice)}
        values={offered.filter(({ id }) => has.has(id)).map(({ id }) => String(id))}
      />
      <SelectField
        name="newContract"
        label="Another council or NHS board"
        hint="Save to add one more, then come back to add another."
        empty="None"
        choices={props.areas.filter((area) => !offered.includes(area)).map(choice)}
      />
    </>
  );
}

/** Pounds a week for each type of bed, long stay and short stay. */
export const PriceFields = ({ asked, stated }: Given & { asked: SuitabilityAsked }) => (
  <fieldset className="nhsuk-fieldset nhsuk-form-group">
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">What does a week cost?</legend>
    <p className="nhsuk-hint">In whole pounds, from the lowest to the highest. Leave blank what you do not offer.</p>
    {asked.bedTypes.map(({ key, label, group }) => {
      const price = stated?.prices.find(({ bedTypeKey }) => bedTypeKey === key);
      const heading = group === "short_stay" ? `${label} (short stay)` : label;
      return (
        <fieldset key={key} className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{heading}</legend>
          <div className="flex flex-wrap gap-x-6">
            <NumberField name={`price.${key}.from`} label="Lowest, in pounds" value={price?.from} />
            <NumberField name={`price.${key}.to`} label="Highest, in pounds" value={price?.to} />
          </div>
        </fieldset>
      );
    })}
  </fieldset>
);
