"use client";
import { DateField, FormDetails, NumberField, SelectField, TicksField } from "@/components/ui";
import { HiddenField } from "@/components/ui/hidden-field";
import { asksOffersField, offerField, offerFields } from "@/lib/beds/bed-offers";
import { closedReasons } from "@/lib/beds/closed-reasons";
import type { BedType } from "@/lib/questions/beds";
import { inSentence } from "@/lib/format";

type Typed = Readonly<Record<string, string>>;

/** What else a home can say of its beds, one press away: the quick update stays quick. */
export function BedOfferFields({ types, values }: { types: readonly BedType[]; values: Typed }) {
  const used = types.filter(({ key }) => Number(values[`beds.${key}.capacity`] ?? 0) > 0);
  if (used.length === 0) return null;
  return (
    <>
      <HiddenField name={asksOffersField} value="yes" />
      {used.map((type) => (
        <FormDetails
          key={type.key}
          summary={`More about ${inSentence(type.label)} beds`}
          fields={offerFields(type.key, types)}
          open={offerFields(type.key, types).some((field) => Boolean(values[field]))}
        >
          <Offer type={type} others={types.filter(({ key }) => key !== type.key)} values={values} />
        </FormDetails>
      ))}
    </>
  );
}

function Offer({ type: { key }, others, values }: { type: BedType; others: readonly BedType[]; values: Typed }) {
  const field = (part: Parameters<typeof offerField>[1]) => offerField(key, part);
  return (
    <>
      <NumberField
        name={field("assessment")}
        label="How many vacant beds need an assessment first"
        hint="You will offer these once you have assessed the person"
        value={values[field("assessment")]}
        width={3}
      />
      <NumberField
        name={field("waiting")}
        label="People on your waiting list"
        value={values[field("waiting")]}
        width={3}
      />
      <DateField
        name={field("from")}
        label="Free from"
        hint="Beds that will be free on a later date. They do not count as vacant today"
        value={values[field("from")] ?? null}
      />
      <NumberField name={field("fromBeds")} label="How many will be free" value={values[field("fromBeds")]} width={3} />
      <SelectField
        name={field("closed")}
        label="Why are these beds closed?"
        value={values[field("closed")] ?? ""}
        empty="Not closed, or no reason given"
        choices={Object.entries(closedReasons).map(([value, label]) => ({ value, label }))}
      />
      <TicksField
        name={field("alsoAs")}
        label="Some of the vacant beds can also be used for"
        hint="They are counted once, under this type, and people can find them under each type you tick"
        values={values}
        choices={others.map((other) => ({ value: other.key, label: other.label }))}
      />
      <NumberField name={field("alsoBeds")} label="How many of them" value={values[field("alsoBeds")]} width={3} />
    </>
  );
}
