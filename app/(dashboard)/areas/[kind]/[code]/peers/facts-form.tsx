import type { AddressParams } from "@/components/tables";
import { CheckboxesField, Details } from "@/components/ui";
import { areaFacts, type FactKey } from "@/lib/reports/beside/area-facts";

/** Chooses the facts that make areas alike. It is sent by GET, so that the address holds the choice. */
export function FactsForm(props: {
  path: string;
  by: readonly FactKey[];
  problem: string | undefined;
  collection: AddressParams[string];
}) {
  const { path, by, problem, collection } = props;
  return (
    <div className="ct-no-print">
      <Details summary="Choose what makes areas alike" open={problem !== undefined}>
        <form method="get" action={path}>
          <input type="hidden" name="facts" value="chosen" />
          {typeof collection === "string" && <input type="hidden" name="collection" value={collection} />}
          {problem && (
            <p className="nhsuk-error-message">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {problem}
            </p>
          )}
          <CheckboxesField
            name="by"
            label="Areas are alike if they have similar"
            small
            values={[...by]}
            choices={areaFacts.map(({ key, label }) => ({ value: key, label }))}
          />
          <button className="nhsuk-button nhsuk-button--secondary" type="submit">
            Show the areas
          </button>
        </form>
      </Details>
    </div>
  );
}
