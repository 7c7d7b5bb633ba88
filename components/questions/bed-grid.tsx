"use client";
import { useContext, useState, type SyntheticEvent } from "react";
import { RadiosField } from "@/components/ui/choice-fields";
import { FormContext, textOf } from "@/components/ui/form-context";
import { NumberField } from "@/components/ui/number-field";
import { bedField, bedFigures, homeOpenField, unavailable, type BedFigure, type BedType } from "@/lib/questions/beds";
import { readFigure } from "@/lib/questions/read";
import { inSentence } from "@/lib/format";

type Typed = Readonly<Record<string, string>>;

const LABELS: Record<BedFigure, { label: string; hint: string }> = {
  capacity: { label: "All beds", hint: "All your beds of this type" },
  occupied: { label: "Occupied", hint: "Someone lives in it now" },
  reserved: {
    label: "Reserved",
    hint: "Promised to someone who has not moved in yet",
  },
  accepting: { label: "Vacant", hint: "Ready for someone to move in today" },
};

/**
 * The beds of a home, one card a bed type, in the columns of a table on a wide screen and one below the other on a
 * phone. What is left over is "unavailable": worked out as one types where JavaScript runs, and from the last figures
 * sent otherwise. `values` and `last` hold figures as a form does (`typedFrom`).
 */
export function BedGrid(props: {
  types: readonly BedType[];
  values?: Typed | undefined;
  last?: Typed | undefined;
  lastLabel?: string | undefined;
  /** Asks whether the place, by this word ("home"), and each type are open to admissions; either may be left out. */
  asksOpenOf?: string | undefined;
}) {
  const { types, values = {}, last = {}, lastLabel = "Last time" } = props;
  const { answer } = useContext(FormContext);
  const [figures, setFigures] = useState(() => {
    const start: Record<string, string> = {};
    for (const type of types)
      for (const figure of bedFigures) {
        const name = bedField(type.key, figure);
        start[name] = textOf(answer.typed[name], values[name]);
      }
    return start;
  });
  const keep = ({ target }: SyntheticEvent) => {
    if (target instanceof HTMLInputElement && target.name in figures) {
      const { name, value } = target;
      setFigures((before) => ({ ...before, [name]: value }));
    }
  };
  return (
    <div onInput={keep}>
      {props.asksOpenOf && (
        <RadiosField
          name={homeOpenField}
          label={`Is the ${props.asksOpenOf} open to admissions?`}
          optional
          value={values[homeOpenField]}
          inline
          choices={OPEN}
        />
      )}
      <ul className="ct-beds">
        {types.map((type) => (
          <li className="ct-beds__type" key={type.key}>
            <fieldset className="nhsuk-fieldset">
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s ct-beds__name">{type.label}</legend>
              <Definition type={type} />
              <div className="ct-beds__counts">
                {bedFigures.map((figure) => {
                  const name = bedField(type.key, figure);
                  const was = last[name];
                  return (
                    <NumberField
                      key={figure}
                      name={name}
                      label={LABELS[figure].label}
                      hint={LABELS[figure].hint}
                      value={values[name]}
                      width={4}
                      steppers
                      of={`${type.label}, ${inSentence(LABELS[figure].label)}`}
                      beside={was ? `${lastLabel}: ${was}` : undefined}
                    />
                  );
                })}
              </div>
              <Remainder type={type} figures={figures} />
              {props.asksOpenOf && (
                <RadiosField
                  name={bedField(type.key, "open")}
                  optional
                  label={`Are ${type.phrase ?? `${inSentence(type.label)} beds`} open to admissions?`}
                  value={values[bedField(type.key, "open")]}
                  inline
                  small
                  choices={OPEN}
                />
              )}
            </fieldset>
          </li>
        ))}
      </ul>
      <Total types={types} figures={figures} />
    </div>
  );
}

const OPEN = [
  { value: "yes", label: "Open" },
  { value: "no", label: "Closed" },
];

/** What counts as such a bed, one press away so that the quick update stays quick. */
function Definition({ type: { label, definition, example } }: { type: BedType }) {
  if (!definition) return null;
  return (
    <details className="ct-figure__definition">
      <summary>
        What counts<span className="nhsuk-u-visually-hidden"> as {inSentence(label)} beds</span>
      </summary>
      <p>{definition}</p>
      {example && <p>Example: {example}</p>}
    </details>
  );
}

/** What is left of a bed type, or null while a figure is missing or cannot be read. */
function leftOver(type: BedType, figures: Typed): number | null {
  const read = countsOf(type, figures);
  return read && unavailable(read);
}

function countsOf(type: BedType, figures: Typed): Record<BedFigure, number> | null {
  const counts = { capacity: 0, occupied: 0, reserved: 0, accepting: 0 };
  for (const figure of bedFigures) {
    const read = readFigure(figures[bedField(type.key, figure)], "whole");
    if (typeof read !== "number") return null;
    counts[figure] = read;
  }
  return counts;
}

function Remainder({ type, figures }: { type: BedType; figures: Typed }) {
  const left = leftOver(type, figures);
  const tooMany = left !== null && left < 0;
  return (
    <p className={`ct-beds__result${tooMany ? " ct-beds__result--wrong" : ""}`} aria-live="polite">
      {left === null && "Unavailable: fill in all four figures to see what is left"}
      {tooMany && `Occupied, reserved and vacant come to ${beds(-left)} more than all beds`}
      {left !== null && left >= 0 && `Unavailable: ${beds(left)}`}
    </p>
  );
}

function Total({ types, figures }: { types: readonly BedType[]; figures: Typed }) {
  const counted = types.flatMap((type) => countsOf(type, figures) ?? []);
  if (counted.length === 0) return null;
  const sum = (figure: BedFigure) => counted.reduce((total, count) => total + count[figure], 0);
  return (
    <p className="ct-beds__total">
      {`In total: ${beds(sum("capacity"))}, ${number(sum("occupied"))} occupied, ${number(sum("reserved"))} reserved, ${number(sum("accepting"))} vacant`}
    </p>
  );
}

const number = (count: number) => count.toLocaleString("en-GB");
const beds = (count: number) => `${number(count)} ${count === 1 ? "bed" : "beds"}`;
