const letters: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ŧ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/**
 * A text in small letters without what stands on or through them, as people type a name who have no such key: "lukasz"
 * for Łukasz. The database's `without_accents` does the same.
 */
export const withoutAccents = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łøđðħıŧßæœþ]/g, (letter) => letters[letter] ?? letter);
