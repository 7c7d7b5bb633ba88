import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import { guessable, passwordProblems, strongEnough, type OwnWords } from "@/lib/accounts/password-policy";
import { passwordStrength } from "@/lib/accounts/password-strength";

const amina: OwnWords = {
  names: ["Amina Ann Yusuf-Öz"],
  emails: ["a.yusuf22@rosewood.example"],
  places: ["Rosewood", "Rosewood Care Homes Ltd"],
  postcodes: ["OL1 1AA"],
};
const nobody: OwnWords = { names: [], emails: [], places: [], postcodes: [] };
const said = (password: string, own = amina) => passwordProblems(password, own).join("; ");

test("three random words pass, with spaces, with accents, in any script", () => {
  for (const password of ["otter lantern gravel", "crème brûlée parapluie", "река дождь весна", "三つの言葉を並べます"])
    expect(said(password)).toBe("");
});

test("ten characters are enough and nine are not, counted as a reader counts", () => {
  expect(said("xkqzvwpjmr")).toBe("");
  expect(said("xkqzvwpjm")).toMatch(/too short/);
  expect(said("🦦🦦🦦🦦🦦🦦🦦🦦🦦")).toMatch(/too short/);
  expect(said("x".repeat(128))).toBe("");
  expect(said("x".repeat(129))).toMatch(/too long/);
});

test("a password holds no name, address, location or postcode of its owner, however they are written", () => {
  expect(said("myAMINAlantern")).toMatch(/your name/);
  expect(said("lantern ann gravel")).toMatch(/your name/);
  expect(said("channel lantern bannister")).toBe("");
  expect(said("gravel-a.yusuf22-otter")).toMatch(/email address/);
  expect(said("gravel rose-wood otter")).toMatch(/where you work/);
  expect(said("gravel homes otter")).toMatch(/where you work/);
  expect(said("lantern ol11aa gravel")).toMatch(/postcode/);
});

test("the service's own words are refused as words, not as parts of others", () => {
  expect(said("nhs lantern gravel")).toMatch(/“nhs”/);
  expect(said("My Care, my lantern")).toMatch(/“care”/);
  expect(said("careful trackers lantern")).toBe("");
});

test("no mix of characters is required", () => {
  expect(said("ottergravellantern", nobody)).toBe("");
});

test("every entry of ten or more characters of the lists that ship is too easy to guess", () => {
  const lists: Record<string, unknown> = { ...common.dictionary, ...english.dictionary };
  const entries = Object.values(lists).flatMap((list) => (list as unknown[]).map(String));
  const long = entries.filter((entry) => entry.length >= 10);
  expect(entries.length).toBeGreaterThan(90_000);
  expect(long.length).toBeGreaterThan(5_000);
  expect(long.filter((entry) => passwordStrength(entry, []) >= strongEnough)).toEqual([]);
}, 120_000);

test("a thousand phrases of three words are strong enough", () => {
  const words = common.dictionary["diceware-common"].filter((word) => word.length >= 4);
  const phrases = Array.from({ length: 1000 }, (_, i) =>
    [i * 7919, i * 104_729 + 13, i * 1_299_709 + 41].map((n) => words[n % words.length]).join(" "),
  );
  expect(phrases.filter((phrase) => passwordStrength(phrase, guessable(amina)) < strongEnough)).toEqual([]);
}, 60_000);
