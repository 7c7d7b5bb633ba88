"use client";
import { FieldMessages } from "@/components/ui/field-group";
import { useField } from "@/components/ui/form-context";
import type { SuggestedLocation, SearchResult } from "./use-location-search";
import { useTyped } from "./use-typed";

interface Choosing {
  isChosen: (place: SuggestedLocation) => boolean;
  onToggle: (place: SuggestedLocation, on: boolean) => void;
}

/** What a search found, or what was chosen in searches before: boxes to tick. */
export function FoundPlaces(
  props: Choosing &
    ({ result: SearchResult | null; text: string; failed: string | null } | { chosen: SuggestedLocation[] }),
) {
  if ("chosen" in props)
    return (
      <div className="nhsuk-form-group">
        <Places {...props} places={props.chosen} legend="Chosen before" />
      </div>
    );
  const { result, text, failed } = props;
  return (
    <div id="results" className={result?.found.length ? "nhsuk-form-group" : undefined}>
      <Problems />
      {failed !== null && <p role="alert">{failed}</p>}
      {result !== null && (
        <>
          <p role="status">{sentence(result, text)}</p>
          {result.found.length > 0 && <Places {...props} places={result.found} legend="Places found" />}
        </>
      )}
    </div>
  );
}

function sentence({ found, by, more }: SearchResult, text: string) {
  if (by === "short") return "Type at least 2 letters of a name, company or town, or a postcode.";
  if (found.length === 0)
    return `Nothing was found for “${text}”. Check it, or try part of the name, the company or the town.`;
  const count = `${found.length} ${found.length === 1 ? "place" : "places"}`;
  if (by === "district")
    return `Nothing is registered at “${text}” itself. ${more ? `The nearest ${count} in the same district are shown:` : `${count} in the same district, nearest first:`}`;
  if (more) return `The first ${count} for “${text}” are shown. Type more of the name, or a postcode, to see fewer.`;
  return `${count} found for “${text}”.`;
}

function Problems() {
  const field = useField("location");
  return field.errors.length > 0 ? (
    <div className="nhsuk-form-group nhsuk-form-group--error" id={field.id} tabIndex={-1}>
      <FieldMessages field={field} />
    </div>
  ) : null;
}

function Places({ places, legend, isChosen, onToggle }: Choosing & { places: SuggestedLocation[]; legend: string }) {
  const ticked = useTyped("location");
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{legend}</legend>
      <div className="nhsuk-checkboxes">
        {places.map((place) => (
          <div className="nhsuk-checkboxes__item" key={place.id}>
            <input
              className="nhsuk-checkboxes__input"
              id={`location-${place.id}`}
              name="location"
              type="checkbox"
              value={place.id}
              checked={ticked === null ? isChosen(place) : ticked.includes(String(place.id))}
              onChange={(event) => onToggle(place, event.target.checked)}
              aria-describedby={`location-${place.id}-hint`}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`location-${place.id}`}>
              {place.name}
            </label>
            <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`location-${place.id}-hint`}>
              {place.provider}, {place.postcode}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
