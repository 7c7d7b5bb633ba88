/**
 * Which groups of locations could be singled out by adding and subtracting what has been shown so far. Every figure that
 * is shown is a sum over whole groups, so no sum or difference of figures can say anything of less than one group. A
 * figure that would leave a group too small is not shown: that is all there is to suppression here, between tables,
 * totals and areas that overlap alike.
 */
export class Partition {
  /** Group by location; group 0 is what no figure has shown yet, and may be of any size. */
  readonly #groups: Int32Array;
  readonly #weights = new Map<number, number>();
  #next = 1;

  constructor(
    locations: number,
    private readonly weightOf: (location: number) => number,
    private readonly least: number,
  ) {
    this.#groups = new Int32Array(locations);
  }

  /**
   * Whether sums over locations that are labelled alike can be shown: not if that would leave a group whose weight is
   * neither nought nor enough.
   */
  canShow(locations: readonly number[], labelOf: (location: number) => number): boolean {
    const split = new Map<number, Map<number, number>>();
    for (const location of locations) {
      const group = this.#groups[location] ?? 0;
      const labels = split.get(group) ?? new Map<number, number>();
      split.set(group, labels);
      const label = labelOf(location);
      labels.set(label, (labels.get(label) ?? 0) + this.weightOf(location));
    }
    for (const [group, labels] of split) {
      let rest = group === 0 ? 0 : (this.#weights.get(group) ?? 0);
      for (const weight of labels.values()) {
        if (!this.#isEnough(weight)) return false;
        if (group !== 0) rest -= weight;
      }
      if (!this.#isEnough(rest)) return false;
    }
    return true;
  }

  readonly #isEnough = (weight: number) => Math.abs(weight) < 1e-6 || weight > this.least - 1e-6;

  /** Shows them. */
  show(locations: readonly number[], labelOf: (location: number) => number): void {
    const groups = new Map<string, number>();
    for (const location of locations) {
      const before = this.#groups[location] ?? 0;
      const key = `${before} ${labelOf(location)}`;
      const group = groups.get(key) ?? this.#next++;
      groups.set(key, group);
      const weight = this.weightOf(location);
      if (before !== 0) this.#weights.set(before, (this.#weights.get(before) ?? 0) - weight);
      this.#weights.set(group, (this.#weights.get(group) ?? 0) + weight);
      this.#groups[location] = group;
    }
  }
}
