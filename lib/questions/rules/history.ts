import { totalBeds } from "@/lib/questions/beds";
import type { Figures } from "@/lib/questions/figures";
import { spoken } from "@/lib/questions/problem";
import type { Rule } from "./rule";

const enough = 3;
const months = 12;

/**
 * A figure three times, or less than a third of, what the location usually says, and at least 10 away from it. Usual is
 * the median of its last twelve returns; with fewer than three there is no usual.
 */
export function historyRule(key: string, short: string, field = key): Rule {
  return {
    code: `${key}.unlike_before`,
    name: `${short}: like what this location usually reports`,
    help: "We compare a figure with the middle one of the last 12 returns. For example, if you usually report 12, we ask about 40 and about 2. Check for a slip, such as 120 for 12.",
    field,
    soft: true,
    needs: [key.startsWith("beds.") ? "beds" : key],
    broken(facts, figure) {
      const { history } = facts.context;
      if (typeof figure !== "number" || history === undefined || history.length < enough) return null;
      if (mostlyLike(figure, history, key)) return null;
      const usual = median(history, key);
      if (usual === null || isLike(figure, usual)) return null;
      return `${short}: ${spoken(figure)} is very different from the ${spoken(usual)} that you usually report`;
    },
  };
}

const isLike = (figure: number, usual: number): boolean =>
  Math.abs(figure - usual) < 10 || (figure <= usual * 3 && figure * 3 >= usual);

/** Whether more than half of the figures are like this one: then their median is too, and need not be worked out. */
function mostlyLike(figure: number, history: readonly Figures[], key: string): boolean {
  const most = Math.min(history.length, months);
  let like = 0;
  for (let at = 0; at < most; at++) {
    const past = figureIn(history[at], key);
    if (typeof past === "number" && isLike(figure, past) && ++like * 2 > most) return true;
  }
  return false;
}

function median(history: readonly Figures[], key: string): number | null {
  const known: number[] = [];
  for (const past of history.slice(0, months)) {
    const figure = figureIn(past, key);
    if (typeof figure === "number") known.push(figure);
  }
  if (known.length < enough) return null;
  known.sort((a, b) => a - b);
  const middle = known.length >> 1;
  const upper = known[middle] ?? 0;
  return known.length % 2 ? upper : ((known[middle - 1] ?? 0) + upper) / 2;
}

const figureIn = (past: Figures | undefined, key: string) =>
  key === "beds.occupied" ? past?.beds && totalBeds(past.beds).occupied : past?.answers[key];
