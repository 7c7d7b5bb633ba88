import { formatList, inSentence } from "@/lib/list";
import { spoken } from "@/lib/questions/problem";
import type { Question } from "@/lib/questions/question";
import { figureOf, type Rule, sumOf } from "./rule";

const mostHoursAHead = 250;

/** More than 250 hours paid in a month for each of those who provide care. */
export const hoursPerHead = (carers: readonly string[]): Rule => {
  const [paid, heads] = [figureOf("hours_paid"), sumOf(carers)];
  return {
    code: "hours_per_head",
    name: "Hours paid: no more than 250 for each member of your care staff",
    help: "We divide the hours paid in the month by the people who provide care. For example, 4,000 hours for 28 people are 143 each. Enter the hours of one month, and of your own care staff only.",
    field: "hours_paid",
    soft: true,
    needs: ["hours_paid", ...carers],
    broken(facts) {
      const [hours, staff] = [paid(facts), heads(facts)];
      if (hours === null || staff === null || hours <= staff * mostHoursAHead) return null;
      return staff === 0
        ? `You have entered ${spoken(hours)} hours paid but no care staff`
        : `${spoken(hours)} hours paid is ${spoken(Math.round(hours / staff))} for each member of your care staff. It is rarely more than ${mostHoursAHead} in a month`;
    },
  };
};

/** As soon as one of a section's questions has an answer, one of a pair such as hours or days of absence needs one. */
export function orElseRule(
  question: Question,
  partner: Question | undefined,
  section: readonly Question[],
): Rule | null {
  if (!partner || section.indexOf(partner) < section.indexOf(question)) return null;
  const pair = [question.key, partner.key];
  const rest = section.map(({ key }) => key).filter((key) => !pair.includes(key));
  return {
    code: `${question.key}.or_else`,
    name: `${question.short} or ${inSentence(partner.short)}: one of them is needed`,
    help: `Enter the one that you keep a record of. For example, enter ${inSentence(question.short)} and leave ${inSentence(partner.short)} blank.`,
    missing: true,
    field: question.key,
    needs: pair,
    broken({ answers, unread }) {
      if (pair.some((key) => unread.has(key))) return null;
      if (pair.some((key) => answers[key] !== null)) return null;
      if (rest.every((key) => answers[key] === null)) return null;
      return `Enter ${inSentence(question.short)} or ${inSentence(partner.short)}. Enter 0 if there was none`;
    },
  };
}

/**
 * Questions of a section that may be blank, and are: asked once for all of them. Once a section is begun, a pair of which
 * one is needed is left to the rule above.
 */
export function blankRule(section: string, questions: readonly Question[]): Rule | null {
  const first = questions[0];
  if (!first) return null;
  return {
    code: `${section}.blank`,
    name: `${first.short} and what follows: blank only if not known`,
    help: "Blank means that you do not know. If there were none, enter 0. For example, a home where no one worked overtime enters 0.",
    missing: true,
    field: first.key,
    soft: true,
    needs: questions.map(({ key }) => key),
    broken({ answers, unread }) {
      const left = (key: string) => answers[key] === null && !unread.has(key);
      const begun = questions.some(({ key, orElse }) => !orElse && !left(key));
      const blank = questions.filter(({ key, orElse }) => left(key) && (!orElse || (!begun && left(orElse))));
      if (blank.length === 0) return null;
      return `You have left ${formatList(blank.map(({ short }) => inSentence(short)))} blank. Only leave them blank if you do not know`;
    },
  };
}
