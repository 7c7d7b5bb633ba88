const shortestPassword = 10;
export const longestPassword = 128;

/** From this score on a password is strong enough. */
export const strongEnough = 3;

export const tooGuessable = "Your password is too easy to guess. Try 3 random words that you can remember";

const serviceWords = ["capacity", "tracker", "necs", "nhs", "care"];

/** What a person's password may not contain: who they are and where they work. */
export interface OwnWords {
  names: readonly string[];
  emails: readonly string[];
  /** Names of their locations and providers. */
  places: readonly string[];
  postcodes: readonly string[];
}

/** The policy as the screen says it: NHSmail's, without rules about the mix of characters. */
export const policySentences = [
  `be between ${shortestPassword} and ${longestPassword} characters long. You can use any characters, including spaces`,
  "not be common, easy to guess or on a list of stolen passwords",
  "not contain your name, your email address, where you work or its postcode",
  "not contain the words capacity, tracker, NECS, NHS or care on their own",
  "not be one of the last 4 you used here",
];

/** How many characters a password has. A letter or emoji that takes two code units counts once. */
export const lengthOf = (password: string): number => Array.from(password).length;

/** What is wrong with a password, in words. Other code checks its strength, and whether it is old or stolen. */
export function passwordProblems(password: string, own: OwnWords): string[] {
  const length = lengthOf(password);
  const sentences: string[] = [];
  if (length < shortestPassword)
    sentences.push(`Your password is too short: use at least ${shortestPassword} characters`);
  if (length > longestPassword) sentences.push(`Your password is too long: use ${longestPassword} characters at most`);
  const told = new Set<string>();
  for (const { text, what, whole } of forbidden(own)) {
    if (told.has(what) || !(whole ? hasWord(password, text) : squash(password).includes(text))) continue;
    told.add(what);
    sentences.push(`Your password must not contain ${what}`);
  }
  return sentences;
}

/** The person's own words as a guesser would try them. */
export const guessable = (own: OwnWords): string[] => [
  ...new Set([...serviceWords, ...forbidden(own).map(({ text }) => text)]),
];

interface Part {
  text: string;
  what: string;
  /** Whether it is forbidden only as a separate word, rather than anywhere in the password. */
  whole: boolean;
}

function forbidden(own: OwnWords): Part[] {
  const part =
    (what: string, whole: boolean) =>
    (text: string): Part => ({ text, what, whole });
  const anywhere = (what: string) => (text: string) => part(what, text.length < 4)(text);
  return [
    ...serviceWords.map((word) => part(`the word “${word}”`, true)(word)),
    ...own.names
      .flatMap(words)
      .filter((word) => word.length > 1)
      .map(anywhere("your name")),
    ...own.emails
      .flatMap((email) => [squash(email), squash(email.split("@")[0] ?? ""), ...words(email.split("@")[0] ?? "")])
      .filter((word) => word.length > 2 && !/^\d+$/.test(word))
      .map(anywhere("your email address")),
    ...own.places
      .map(squash)
      .filter((place) => place.length > 3)
      .map(part("the name of where you work", false)),
    ...own.places
      .flatMap(words)
      .filter((word) => word.length > 3)
      .map(part("the name of where you work", true)),
    ...own.postcodes
      .map(squash)
      .filter((postcode) => postcode.length > 3)
      .map(part("the postcode of where you work", false)),
  ];
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const squash = (text: string): string => words(text).join("");
const hasWord = (password: string, word: string) => words(password).includes(word);
