import { readingFrom } from "@/lib/reports/measured";
import type { Measure } from "@/lib/reports/metrics";
import type { Measurement } from "@/lib/reports/reading";
import type { LocationMonth } from "./month-of-locations";
import { Partition } from "./partition";

/** An area with the places of its locations in the list of a month. */
export interface AreaOfLocations {
  id: number;
  members: readonly number[];
}

/** Who gave a figure of an area in an earlier month, by rising id; null where that figure was not shown. */
export type ShownBefore = (areaId: number, key: string) => readonly number[] | null;

/** Whether each measure was asked in the month, what earlier months showed, and how many are enough. */
export interface Around {
  isAsked: (measure: Measure) => boolean;
  before: readonly ShownBefore[];
  least: number;
}

const isCounted = ({ yesOrNo, ofAllDue }: Measure) => yesOrNo === true || ofAllDue === true;

/** Measures that add up the same things, so that one could be taken from another. */
const familyOf = (measure: Measure) => (measure.yesOrNo ? measure.key : measure.group);

/**
 * The figures of each area in a month, those withheld that would say something of too few: by themselves, taken from a
 * larger area or an overlapping one, from another measure of the same things, or from an earlier month. Areas come
 * largest first, so that a small one is withheld before a large one.
 */
export function suppressed(
  areas: readonly AreaOfLocations[],
  measures: readonly Measure[],
  locations: readonly LocationMonth[],
  around: Around,
): Map<string, Measurement> {
  const { least } = around;
  const families = new Map<string, Partition>();
  const inOrder = areas.toSorted((one, other) => other.members.length - one.members.length || one.id - other.id);
  const found = new Map<string, Measurement>();
  for (const [nth, measure] of measures.entries()) {
    const family = families.get(familyOf(measure)) ?? new Partition(locations.length, () => 1, least);
    families.set(familyOf(measure), family);
    const counts = isCounted(measure);
    const sideOf = (at: number) => locations[at]?.sides[nth] ?? null;
    const sums = new Partition(locations.length, (at) => (counts ? 0 : (sideOf(at)?.[0] ?? 0)), least);
    const labelOf = (at: number) => (counts && (sideOf(at)?.[0] ?? 0) > 0 ? 2 : 1);
    for (const { id, members } of inOrder) {
      const gave = members.filter((at) => sideOf(at) !== null);
      const reading = readingFrom(measure, around.isAsked(measure), reported(members, locations), summed(gave, sideOf));
      const ids = gave.map((at) => locations[at]?.id ?? 0);
      const isSafe =
        reading.state !== "known" ||
        (family.canShow(gave, labelOf) &&
          sums.canShow(gave, () => 1) &&
          (counts || around.before.every((shown) => isFar(ids, shown(id, measure.key), least))));
      const isShown = isSafe && isOfMany(members, reading, least);
      found.set(`${id} ${measure.key}`, isShown ? reading : { state: "suppressed" });
      if (!isShown || reading.state !== "known") continue;
      family.show(gave, labelOf);
      sums.show(gave, () => 1);
    }
  }
  return found;
}

/** That no one owes a return there is plain from the register; what so few said, or left unsaid, is not. */
const isOfMany = (members: readonly number[], { state }: Measurement, least: number) =>
  state === "not_applicable" || state === "not_asked" || members.length >= least;

/** Prevents subtraction between months: those who gave a figure in only one of the two must be none, or enough. */
function isFar(now: readonly number[], then: readonly number[] | null, least: number): boolean {
  if (then === null) return true;
  let [came, left, at] = [0, 0, 0];
  for (const id of now) {
    for (; at < then.length && (then[at] ?? 0) < id; at++) left++;
    if (then[at] === id) at++;
    else came++;
  }
  left += then.length - at;
  return [came, left].every((few) => few === 0 || few >= least);
}

const reported = (members: readonly number[], locations: readonly LocationMonth[]) => ({
  due: members.length,
  filed: members.filter((at) => locations[at]?.filed).length,
  nil: members.filter((at) => locations[at]?.nil).length,
});

function summed(gave: readonly number[], sideOf: (at: number) => [number, number] | null) {
  const sum = (side: 0 | 1) => gave.reduce((sum, at) => sum + (sideOf(at)?.[side] ?? 0), 0);
  return {
    numerator: gave.length > 0 ? sum(0) : null,
    denominator: gave.length > 0 ? sum(1) : null,
    locations: gave.length,
  };
}
