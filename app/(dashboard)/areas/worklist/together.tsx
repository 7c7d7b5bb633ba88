"use client";
import type { ReactNode } from "react";
import { ActionForm, HiddenField, SelectField, SubmitButton } from "@/components/ui";
import { FieldMessages } from "@/components/ui/field-group";
import { useField } from "@/components/ui/form-context";
import { doTogether } from "./actions";

/** One location of a list, to be ticked. */
export function TickLocation({ id, name }: { id: number; name: string }) {
  const field = useField("location");
  const ticked = [field.typed ?? []].flat().includes(String(id));
  return (
    <span className="nhsuk-checkboxes nhsuk-checkboxes--small">
      <span className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          type="checkbox"
          id={`location-${id}`}
          name="location"
          value={id}
          defaultChecked={ticked}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`location-${id}`}>
          <span className="nhsuk-u-visually-hidden">Select {name}</span>
        </label>
      </span>
    </span>
  );
}

/** A list whose locations can be ticked, and above it, as the list is long, what can be done with those. */
export function Together(props: {
  from: string;
  hasRows: boolean;
  acts: { value: string; label: string }[];
  children: ReactNode;
}) {
  return (
    <ActionForm action={doTogether} order={["act", "location"]}>
      {props.hasRows && (
        <section aria-labelledby="together" className="ct-no-print">
          <h2 className="nhsuk-heading-s" id="together">
            Tick locations below, then choose what to do with them
          </h2>
          <HiddenField name="from" value={props.from} />
          <div className="flex flex-wrap items-end gap-x-4">
            <SelectField name="act" label="What to do" empty="Choose" choices={props.acts} />
            <SubmitButton look="secondary" pending="Working…">
              Do this for all of them
            </SubmitButton>
          </div>
        </section>
      )}
      <TickProblems />
      {props.children}
    </ActionForm>
  );
}

/** What is wrong with the ticks: the error summary leads here. */
function TickProblems() {
  const field = useField("location");
  return (
    field.errors.length > 0 && (
      <div id={field.id} tabIndex={-1}>
        <FieldMessages field={field} />
      </div>
    )
  );
}
