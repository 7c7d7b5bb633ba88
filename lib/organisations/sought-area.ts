/** By what an area is found: how lists show it, its codes, and what else people call it or look for it by. */
export interface SoughtArea {
  label: string;
  odsCode: string | null;
  onsCode: string;
  alsoNamed: readonly string[];
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’.,]/g, "")
    .replace(/&/g, " and ")
    .replace(/[\s-]+/g, " ");

/** Does it answer to all of these words, in any order and in part? To none, everything does. */
export function isSought({ label, odsCode, onsCode, alsoNamed }: SoughtArea, text: string): boolean {
  const where = folded([label, odsCode ?? "", onsCode, ...alsoNamed].join(" "));
  return folded(text)
    .split(" ")
    .every((word) => where.includes(word));
}

/** The other name by which it was found, where its label does not show why it is among them. */
export const foundAs = ({ label, alsoNamed }: SoughtArea, text: string): string | undefined =>
  folded(text).trim() === "" || folded(label).includes(folded(text).trim())
    ? undefined
    : alsoNamed.find((name) => folded(name).includes(folded(text).trim()));
