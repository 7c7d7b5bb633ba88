import { type AreaFacts, areaFacts, type FactKey } from "./area-facts";

/** An area that is like another, and how far from it: 0 is the same in every fact that was asked for. */
export interface Peer {
  id: number;
  facts: AreaFacts;
  distance: number;
}

/** The facts that make peers when no others are asked for: how many homes, how large, and what they offer. */
export const usualFacts: readonly FactKey[] = ["homes", "size", "nursing", "older"];

/**
 * The areas that are most like one, nearest first. Each fact counts as much as any other: it is measured in standard
 * deviations of all areas of the kind, and numbers by their logarithm, so that 20 and 40 homes are as far apart as 200
 * and 400. The distance is the usual one: the root of the sum of squares.
 */
export function peersOf(id: number, all: ReadonlyMap<number, AreaFacts>, by: readonly FactKey[], most: number): Peer[] {
  const own = all.get(id);
  if (!own) return [];
  const chosen = areaFacts.filter(({ key }) => by.includes(key));
  const scales = chosen.map((fact) => {
    const values = [...all.values()].map((facts) => onScale(facts, fact));
    return { fact, deviation: deviationOf(values) };
  });
  const distance = (facts: AreaFacts) =>
    Math.hypot(
      ...scales.map(({ fact, deviation }) =>
        deviation === 0 ? 0 : (onScale(facts, fact) - onScale(own, fact)) / deviation,
      ),
    );
  return [...all]
    .filter(([other]) => other !== id)
    .map(([other, facts]) => ({ id: other, facts, distance: distance(facts) }))
    .sort((one, two) => one.distance - two.distance || one.id - two.id)
    .slice(0, most);
}

const onScale = (facts: AreaFacts, { key, unit }: (typeof areaFacts)[number]): number =>
  unit === "count" ? Math.log(1 + facts[key]) : facts[key];

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
