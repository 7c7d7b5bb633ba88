import { spoken } from "@/lib/questions/problem";
import type { Question } from "@/lib/questions/question";
import { askFor } from "@/lib/questions/read";
import type { Rule } from "./rule";

/**
 * After "yes" the figure is needed and is not nought; after "no" it is nought. Without an answer to the question before
 * it, only that one is asked for.
 */
export function onlyIfRule(question: Question, before: Question | undefined): Rule | null {
  const { key, onlyIf, short, enter } = question;
  if (!onlyIf || !before) return null;
  return {
    code: `${key}.only_if`,
    field: key,
    needs: [key, onlyIf],
    broken({ answers, unread }) {
      if (unread.has(key)) return null;
      const [gate, figure] = [answers[onlyIf], answers[key]];
      if (gate === true && figure === null) return askFor(question);
      if (gate === true && figure === 0) return `Enter ${enter}, 1 or more, or answer no to “${before.label}”`;
      if (gate === false && typeof figure === "number" && figure > 0)
        return `${short} must be 0, not ${spoken(figure)}, because you answered no to “${before.label}”`;
      return null;
    },
  };
}
