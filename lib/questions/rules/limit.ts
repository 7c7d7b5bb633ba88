import { spoken } from "@/lib/questions/problem";
import type { Question } from "@/lib/questions/question";
import { figureOf, type Rule, sumOf } from "./rule";

/**
 * A part may not exceed its whole: absent staff the staff employed, vaccinated residents the residents.
 *
 * Parts that are missing count for nothing, since adding them can only make the sum larger; a missing whole leaves it
 * open. Where a single part already exceeds the whole, only that part is named.
 */
export function limitRule({ key, short, atMost }: Question): Rule | null {
  if (!atMost) return null;
  const { of, with: others = [], is, subject = short, soft } = atMost;
  const [whole, parts] = [sumOf(of), others.map(figureOf)];
  return {
    code: `${key}.at_most`,
    name: `${short}: no more than ${is}`,
    help: `${subject} cannot be more than ${is}${soft ? " unless there is a reason" : ""}. For example, if that is 4, enter 4 or fewer${others.length > 0 ? " for all of them together" : ""}. If a figure has gone up, put the other one right too.`,
    field: key,
    ...(soft && { soft }),
    needs: [key, ...of.map((part) => (part.startsWith("beds.") ? "beds" : part))],
    broken(facts, figure) {
      if (typeof figure !== "number") return null;
      const limit = whole(facts);
      if (limit === null) return null;
      let sum = figure;
      for (const part of parts) {
        const other = part(facts) ?? 0;
        if (other > limit) return null;
        sum += other;
      }
      if (sum <= limit) return null;
      const named = sum === figure ? short : subject;
      return `${named}: ${spoken(sum)} is more than ${spoken(limit)}, ${is}`;
    },
  };
}
