/** The four figures a home gives for each bed type. "Unavailable" is what remains, and is never typed or stored. */
export const bedFigures = ["capacity", "occupied", "reserved", "accepting"] as const;
export type BedFigure = (typeof bedFigures)[number];

/** A kind of bed. The list is data that support can correct; `phrase` is used in sentences, "beds for …". */
export interface BedType {
  readonly key: string;
  readonly label: string;
  readonly group: "long_stay" | "short_stay";
  readonly phrase?: string;
  /** What counts as such a bed, and an example: shown wherever the figure is typed or read. */
  readonly definition?: string;
  readonly example?: string;
}

/** What counts as a bed of this type, with its example, as sentences; empty while support has not said. */
export const meaningOf = ({ definition, example }: Pick<BedType, "definition" | "example">): string =>
  [definition, example && `Example: ${example}`].filter(Boolean).join(" ");

/** The beds of one type: occupied, promised, open to be offered. `open` is null if the home has not said. */
export interface BedCount extends Readonly<Record<BedFigure, number>> {
  readonly open: boolean | null;
}

/** All beds of a home by the key of their type. A type that was left blank is not there: blank is not nought. */
export interface Beds {
  readonly open: boolean | null;
  readonly types: Readonly<Record<string, BedCount>>;
}

export const homeOpenField = "beds.open";
export const bedField = (type: string, figure: BedFigure | "open"): string => `beds.${type}.${figure}`;

/** Empty beds that cannot be filled: what is left of the capacity. Below nought the figures contradict each other. */
export const unavailable = (beds: Readonly<Record<BedFigure, number>>): number =>
  beds.capacity - beds.occupied - beds.reserved - beds.accepting;

/** The home's beds of all types together. */
export function totalBeds(beds: Beds): Record<BedFigure, number> {
  const total = { capacity: 0, occupied: 0, reserved: 0, accepting: 0 };
  for (const key in beds.types) {
    const count = beds.types[key];
    if (count) for (const figure of bedFigures) total[figure] += count[figure];
  }
  return total;
}
