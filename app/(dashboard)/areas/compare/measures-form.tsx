import { CheckboxesField, Details } from "@/components/ui";
import { measuresBeside, type SideBySide } from "@/lib/reports/beside/side-by-side";
import { comparePath } from "./asked";

/** Which measures are shown. By GET, so that the address holds them. */
export function MeasuresForm({
  shown,
  keeps,
}: {
  shown: SideBySide;
  keeps: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <div className="ct-no-print">
      <Details summary="Choose measures">
        <form method="get" action={comparePath}>
          {keeps.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <CheckboxesField
            name="measure"
            label="Measures to show"
            small
            values={shown.measures.map(({ key }) => key)}
            choices={measuresBeside(shown.collection).map(({ key, label }) => ({ value: key, label }))}
          />
          <button className="nhsuk-button nhsuk-button--secondary" type="submit">
            Show these measures
          </button>
        </form>
      </Details>
    </div>
  );
}
