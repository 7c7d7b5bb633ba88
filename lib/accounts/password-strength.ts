import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";

/**
 * How hard a password is to guess, from 0 to 4, against the lists that ship (common passwords, English words and names)
 * and the person's own words. Large: a page loads it when someone begins to type.
 */
export function passwordStrength(password: string, ownWords: readonly string[]): number {
  listed ??= new Set(Object.values(dictionary).flatMap((list) => list.map(fold)));
  if (listed.has(fold(password))) return 0;
  guesser ??= new ZxcvbnFactory({
    dictionary,
    graphs: common.adjacencyGraphs,
    maxLength: 72,
  });
  return guesser.check(password.normalize("NFC"), [...ownWords]).score;
}

const dictionary = { ...common.dictionary, ...english.dictionary };
const fold = (text: string) => text.normalize("NFC").toLowerCase();

let listed: Set<string> | undefined;
let guesser: ZxcvbnFactory | undefined;
