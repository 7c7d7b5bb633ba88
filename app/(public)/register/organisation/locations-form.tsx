"use client";
import { useState } from "react";
import { ActionForm, ButtonGroup, RadiosField, SubmitButton, type FormAction } from "@/components/ui";
import { useStanding } from "@/components/ui/use-standing";
import { FoundPlaces } from "./found-places";
import { useLocationSearch, type SearchResult, type SuggestedLocation } from "./use-location-search";
import { SearchField } from "./search-field";
import { useTyped } from "./use-typed";

/**
 * The places to choose from and those chosen. What is chosen lives outside the form, so that an answer with something
 * to put right, or another search, loses nothing. Without JavaScript the search button posts and keeps what is ticked.
 */
export function LocationsForm(props: {
  action: FormAction;
  type: string;
  chosen: SuggestedLocation[];
  search: string;
  result: SearchResult | null;
  limit: number;
  /** Whether they need to search for care home vacancies; null if it is not asked. */
  finding: boolean | null;
}) {
  const [chosen, setChosen] = useState(props.chosen);
  const search = useLocationSearch(props.type, props.search, props.result);
  const choose = (places: SuggestedLocation[]) => {
    setChosen(places);
    keepChosen(places);
  };
  const toggle = (place: SuggestedLocation, on: boolean) =>
    choose([...chosen.filter(({ id }) => id !== place.id), ...(on ? [place] : [])]);
  const around = useStanding<HTMLDivElement>("location", (ids) => {
    const shown = new Map([...props.chosen, ...(props.result?.found ?? [])].map((place) => [String(place.id), place]));
    choose(ids.flatMap((id) => shown.get(id) ?? []));
  });
  const isChosen = (place: SuggestedLocation) => chosen.some(({ id }) => id === place.id);
  const kept = chosen.filter(({ id }) => !search.result?.found.some((place) => place.id === id));
  return (
    <ActionForm action={props.action} order={["search", "location", "findsCapacity"]} autoComplete="off">
      <SearchField
        label="Find a place"
        hint="Postcode, such as OL1 1AA, or its name, company or town"
        text={search.text}
        onText={search.setText}
        onSearch={search.now}
      />
      <div ref={around}>
        <FoundPlaces
          result={search.result}
          text={search.asked}
          failed={search.failed}
          isChosen={isChosen}
          onToggle={toggle}
        />
        {kept.length > 0 && <FoundPlaces chosen={kept} isChosen={isChosen} onToggle={toggle} />}
      </div>
      <HowMany chosen={chosen.length} limit={props.limit} />
      {props.finding !== null && (
        <RadiosField
          name="findsCapacity"
          label="Do you need to search for care home vacancies?"
          value={props.finding ? "yes" : "no"}
          inline
          choices={[
            { value: "no", label: "No" },
            { value: "yes", label: "Yes" },
          ]}
        />
      )}
      <ButtonGroup>
        <SubmitButton name="do" value="continue" pending="Saving…">
          Continue
        </SubmitButton>
      </ButtonGroup>
    </ActionForm>
  );
}

let newest = 0;
let keeping = Promise.resolve();

/**
 * Keeps what is chosen when it is chosen, so that Reload, Back and Change lose nothing: one after the other, and of
 * several only the newest. Continue sends it all again.
 */
function keepChosen(places: readonly SuggestedLocation[]): void {
  const mine = ++newest;
  const form = new FormData();
  for (const { id } of places) form.append("location", String(id));
  keeping = keeping.then(async () => {
    if (mine !== newest) return;
    await fetch("/register/organisation/chosen", { method: "POST", body: form, keepalive: true }).catch(
      () => undefined,
    );
  });
}

function HowMany({ chosen, limit }: { chosen: number; limit: number }) {
  const ticked = useTyped("location")?.length ?? chosen;
  return (
    <p aria-live="polite">
      {ticked === 0
        ? "You have not chosen a place yet."
        : `You have chosen ${ticked} ${ticked === 1 ? "place" : "places"}. To choose more, search again.`}
      {ticked > limit && ` You can choose ${limit} at most.`}
    </p>
  );
}
