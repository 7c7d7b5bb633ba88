/** "a", "a and b", "a, b and c". */
export function formatList(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

const alwaysCapital =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Sub ICB)\b/;

/** A label inside a sentence: "General residential" becomes "general residential"; "CQC ID" and "May 2026" stay. */
export function inSentence(label: string): string {
  const [first = ""] = label.split(/[\s,:]/);
  const isPlain = first.slice(1) === first.slice(1).toLowerCase();
  return isPlain && !alwaysCapital.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
