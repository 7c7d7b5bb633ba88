import { fieldId } from "@/components/ui";

interface Sought {
  label: string;
  value: string;
  /** The name it has in the address: "words" unless said. */
  name?: string;
  hint?: string;
  /** What is wrong with what was typed; the problem's field has the same name. */
  problem?: string | undefined;
}

interface Chosen {
  name: string;
  label: string;
  value: string;
  /** What may be chosen, with its words. */
  choices: Readonly<Record<string, string>>;
}

/**
 * The search of a list, with a choice of what is shown if there is one. It is sent by GET, so the address holds all of
 * it and it works without JavaScript. `keeps` are other parts of the address that stay.
 */
export function ListSearchForm(props: {
  path: string;
  press: string;
  sought: Sought;
  chosen?: Chosen;
  /** A second choice beside it. */
  alsoChosen?: Chosen;
  keeps?: readonly (readonly [name: string, value: string])[];
}) {
  const { path, press, sought, chosen, alsoChosen, keeps = [] } = props;
  const { name = "words", problem } = sought;
  const id = problem === undefined ? name : fieldId(name);
  const described = [sought.hint && `${name}-hint`, problem && `${id}-error`].filter(Boolean).join(" ");
  return (
    <form method="get" action={path} className="ct-no-print flex flex-wrap items-end gap-x-4" role="search">
      {keeps.map(([kept, value]) => (
        <input key={`${kept} ${value}`} type="hidden" name={kept} value={value} />
      ))}
      <div className={`nhsuk-form-group${problem ? " nhsuk-form-group--error" : ""}`}>
        <label className="nhsuk-label" htmlFor={id}>
          {sought.label}
        </label>
        {sought.hint && (
          <div className="nhsuk-hint" id={`${name}-hint`}>
            {sought.hint}
          </div>
        )}
        {problem && (
          <p className="nhsuk-error-message" id={`${id}-error`}>
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {problem}
          </p>
        )}
        <input
          className={`nhsuk-input nhsuk-input--width-20${problem ? " nhsuk-input--error" : ""}`}
          id={id}
          name={name}
          type="search"
          defaultValue={sought.value}
          aria-describedby={described || undefined}
          aria-invalid={problem ? true : undefined}
        />
      </div>
      {chosen && <Choice {...chosen} />}
      {alsoChosen && <Choice {...alsoChosen} />}
      <div className="nhsuk-form-group">
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">
          {press}
        </button>
      </div>
    </form>
  );
}

const Choice = ({ name, label, value, choices }: Chosen) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={name}>
      {label}
    </label>
    <select className="nhsuk-select" id={name} name={name} defaultValue={value}>
      {Object.entries(choices).map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  </div>
);
