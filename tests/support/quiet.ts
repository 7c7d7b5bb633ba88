// A busy machine is no failure: what should be fast is shown by the benchmarks.
jest.setTimeout(30_000);

/** A warning or an error on the console is a failure: no one reads them otherwise. */
for (const kind of ["error", "warn"] as const) {
  const said: unknown[][] = [];
  beforeEach(() => {
    said.length = 0;
    jest.spyOn(console, kind).mockImplementation((...words: unknown[]) => void said.push(words));
  });
  afterEach(() => {
    expect({ [`console.${kind}`]: said.map((words) => words.map(String).join(" ")) }).toEqual({
      [`console.${kind}`]: [],
    });
  });
}
