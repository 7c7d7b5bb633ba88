import { guides } from "@/app/shell/guides";
import { topics } from "./topics";

interface Result {
  href: string;
  label: string;
  text: string;
}

/** Everything that can be found: the questions, and the guides. */
const everything = (): Result[] => [
  ...guides.map(({ slug, title, who, steps }) => ({
    href: `/help/guides/${slug}`,
    label: title,
    text: [title, who, ...steps.flatMap((step) => [step.title, step.says])].join(" ").toLowerCase(),
  })),
  ...topics().map(({ slug, question, answer }) => ({
    href: `/help/${slug}`,
    label: question,
    text: [question, ...answer].join(" ").toLowerCase(),
  })),
];

/** Words that say nothing about what someone is looking for. */
const small = new Set(["a", "an", "the", "my", "our", "i", "we", "do", "does", "is", "are", "how", "to", "of", "for"]);

const wordsOf = (search: string): string[] =>
  search
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !small.has(word));

/** "returns" is found by "return". */
const stem = (word: string) => (word.length > 4 ? word.replace(/(?:ies|es|s)$/, "") : word);

const matches = ({ text }: Result, words: readonly string[]) =>
  words.filter((word) => text.includes(stem(word))).length;

/** The topics with every word of a search, those with the words in their heading first. */
export function helpFound(search: string): Result[] {
  const words = wordsOf(search);
  if (words.length === 0) return [];
  const inHeading = ({ label }: Result) => words.every((word) => label.toLowerCase().includes(stem(word)));
  return everything()
    .filter((one) => matches(one, words) === words.length)
    .sort((a, b) => Number(inHeading(b)) - Number(inHeading(a)));
}

/** For a search that found nothing: the topics with the most of its words. */
export function nearest(search: string): Result[] {
  const words = wordsOf(search);
  return everything()
    .map((one) => ({ one, by: matches(one, words) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by)
    .slice(0, 3)
    .map(({ one }) => one);
}
