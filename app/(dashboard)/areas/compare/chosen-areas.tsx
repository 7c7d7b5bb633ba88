import { Link } from "@/components/ui/link";
import { codesOf, comparePath } from "./asked";
import { addressWith, ListSearchForm, type AddressParams } from "@/components/tables";
import { areaHref } from "@/lib/organisations/area-address";
import { mostBeside } from "@/lib/reports/beside/side-by-side";
import type { SeenArea } from "@/lib/reports/queries";

const without = (params: AddressParams): AddressParams => ({ ...params, find: undefined });

/** The areas that stand side by side, each with a way to its dashboard, and out. */
export function ChosenAreas({ areas, params }: { areas: readonly SeenArea[]; params: AddressParams }) {
  if (areas.length === 0) return null;
  const codes = codesOf(params);
  return (
    <ul className="nhsuk-list" aria-label="Areas chosen">
      {areas.map((area) => (
        <li key={area.code}>
          <Link href={addressWith(areaHref(area), { collection: params.collection, month: params.month }, {})}>
            {area.name}
          </Link>{" "}
          <Link
            className="ct-no-print nhsuk-u-nowrap"
            href={addressWith(comparePath, without(params), { area: codes.filter((code) => code !== area.code) })}
          >
            Remove<span className="nhsuk-u-visually-hidden"> {area.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Finds areas by name, place, council or code, and adds one by a press. */
export function AddArea(props: {
  areas: readonly SeenArea[];
  params: AddressParams;
  words: string;
  found: readonly SeenArea[];
  problem: string | undefined;
}) {
  const { areas, params, words, found, problem } = props;
  if (areas.length >= mostBeside) return <p>You can compare up to {mostBeside} areas. Remove one to add another.</p>;
  const codes = areas.map(({ code }) => code);
  return (
    <section aria-label="Add an area" className="ct-no-print">
      <ListSearchForm
        path={comparePath}
        press="Find an area"
        sought={{
          name: "find",
          label: "Add an area",
          hint: "A council, board, forum or region, by name or code",
          value: words,
          problem,
        }}
        keeps={keptIn(params)}
      />
      {words !== "" && found.length === 0 && <p>No other area that you can see is called “{words}”.</p>}
      {found.length > 0 && (
        <ul className="nhsuk-list" aria-label={`Areas called “${words}”`}>
          {found.map((area) => (
            <li key={area.code}>
              <Link href={addressWith(comparePath, without(params), { area: [...codes, area.code] })}>
                Add {area.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const kept = ["area", "collection", "month", "measure", "spread"];

/** What a form of this page goes on saying of its address, but for what the form itself asks. */
export const keptIn = (params: AddressParams, asks = ""): (readonly [string, string])[] =>
  kept
    .filter((name) => name !== asks)
    .flatMap((name) => [params[name] ?? []].flat().map((value) => [name, value] as const));
