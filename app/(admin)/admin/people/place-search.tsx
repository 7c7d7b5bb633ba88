/** Finds places to give: by GET, so that it works everywhere and can be gone back to. */
export function PlaceSearch({ path, words, more }: { path: string; words: string; more?: Record<string, string> }) {
  return (
    <form method="get" action={path} role="search">
      {Object.entries(more ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="words">
          Find a place
        </label>
        <div className="nhsuk-hint" id="words-hint">
          Name, postcode, or CQC, ODS or ONS code
        </div>
        <input
          className="nhsuk-input nhsuk-input--width-20"
          id="words"
          name="words"
          type="search"
          defaultValue={words}
          aria-describedby="words-hint"
        />
      </div>
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Find
      </button>
    </form>
  );
}
