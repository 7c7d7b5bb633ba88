import type { Question } from "@/lib/questions/question";
import { askFor } from "@/lib/questions/read";
import type { Rule } from "./rule";

/**
 * After "yes" the figure is needed and is not nought; after "no" it is nought and is not looked at. Without an answer to the question before
 * it, only that one is asked for.
 */
export function onlyIfRule(question: Question, before: Question | undefined): Rule | null {
  const { key, onlyIf, enter } = question;
  if (!onlyIf || !before) return null;
  return {
    code: `${key}.only_if`,
    name: `${question.short}: needed after yes`,
    help: `Answer this only if you answered yes to “${before.label}”. For example, after yes enter 1 or more; after no leave it blank.`,
    missing: true,
    field: key,
    needs: [key, onlyIf],
    broken({ answers, unread }) {
      if (unread.has(key)) return null;
      const [gate, figure] = [answers[onlyIf], answers[key]];
      if (gate === true && figure === null) return askFor(question);
      if (gate === true && figure === 0) return `Enter ${enter}, 1 or more, or answer no to “${before.label}”`;
      return null;
    },
  };
}
