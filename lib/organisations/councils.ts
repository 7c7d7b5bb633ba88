/** A council or Sub ICB with every name and code it has gone by. */
export interface KnownCouncil {
  id: number;
  name: string;
  otherNames: readonly string[];
}

const styles = /\b(metropolitan|royal|london|city|county|district|unitary|borough|council|authority|of|the)\b/g;

/** A council's name without its style, case and punctuation: "Barnsley Metropolitan Borough Council" is "barnsley". */
function plainName(name: string): string {
  const letters = name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/\bst[.]?\s/g, "saint ")
    .replace(/[^a-z]+/g, " ");
  const plain = letters.replace(styles, " ").replace(/\s+/g, " ").trim();
  return plain === "" ? letters.replace(/\s+/g, " ").trim() : plain;
}

/**
 * Finds councils by name, tolerant of spelling variants: "Bristol, City of", "City of Bristol", "St Helens" and
 * "Stoke on Trent" are found. A name that fits none, or two, is not guessed at.
 */
export function councilFinder(councils: readonly KnownCouncil[]): (name: string) => number | null {
  const byName = new Map<string, number | null>();
  for (const { id, name, otherNames } of councils)
    for (const key of new Set([name, ...otherNames].map(plainName)))
      byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id);
  return (name) => byName.get(plainName(name)) ?? null;
}
