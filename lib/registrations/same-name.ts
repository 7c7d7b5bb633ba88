/** Much the same name: the same words in any order, in small letters and without accents; one may have words more. */
export function isSameName(one: string, other: string): boolean {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size);
  return (
    shorter !== undefined && longer !== undefined && shorter.size > 1 && [...shorter].every((word) => longer.has(word))
  );
}

const wordsOf = (name: string) =>
  new Set(
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
  );
