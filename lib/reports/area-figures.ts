/** What an area's locations said for one window, added up. */
export interface AreaFigures {
  /** Locations that owe the return. */
  due: number;
  /** Of those, how many filed one that counts, including nil returns. */
  responded: number;
  nil: number;
  capacity: number;
  occupied: number;
  accepting: number;
  serviceUsers: number;
}

/** The shares of a window's beds that official statistics give: they add up to one. Null if no one stated a bed. */
export interface BedShares {
  occupied: number;
  admittable: number;
  nonAdmittable: number;
}

/** Sums first, then divide. What is neither occupied nor accepting is "not admittable", reserved beds among it. */
export function bedShares({
  capacity,
  occupied,
  accepting,
}: Pick<AreaFigures, "capacity" | "occupied" | "accepting">): BedShares | null {
  if (capacity === 0) return null;
  return {
    occupied: occupied / capacity,
    admittable: accepting / capacity,
    nonAdmittable: (capacity - occupied - accepting) / capacity,
  };
}

/** Responding locations out of those that owe the return; null if none does. */
export const responseRate = ({ due, responded }: Pick<AreaFigures, "due" | "responded">): number | null =>
  due === 0 ? null : responded / due;
