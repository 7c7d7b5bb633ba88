import { totalBeds } from "../beds";
import type { Figures } from "../figures";
import { spoken } from "../problem";
import { figureOf, type Rule } from "./rule";

const enough = 3;
const months = 12;

/**
 * A figure three times, or less than a third of, what the location usually says, and at least 10 away from it. Usual is
 * the median of its last twelve returns; with fewer than three there is no usual.
 */
export function historyRule(key: string, short: string, field = key): Rule {
  const own = figureOf(key);
  return {
    code: `${key}.unlike_before`,
    field,
    soft: true,
    needs: [key.startsWith("beds.") ? "beds" : key],
    broken(facts) {
      const { history } = facts.context;
      const figure = own(facts);
      if (figure === null || history === undefined || history.length < enough) return null;
      const usual = median(history, key);
      if (usual === null || Math.abs(figure - usual) < 10) return null;
      if (figure <= usual * 3 && figure * 3 >= usual) return null;
      return `${short}: ${spoken(figure)} is far from the ${spoken(usual)} that you usually report`;
    },
  };
}

function median(history: readonly Figures[], key: string): number | null {
  const known: number[] = [];
  for (const { answers, beds } of history.slice(0, months)) {
    const figure = key === "beds.occupied" ? beds && totalBeds(beds).occupied : answers[key];
    if (typeof figure === "number") known.push(figure);
  }
  if (known.length < enough) return null;
  known.sort((a, b) => a - b);
  const middle = known.length >> 1;
  const upper = known[middle] ?? 0;
  return known.length % 2 ? upper : ((known[middle - 1] ?? 0) + upper) / 2;
}
