import { oneUsePassword, oneUsePasswordIn } from "@/lib/outbox/mailed-secrets";

jest.mock("@/lib/env", () => ({ env: () => ({ SECRET_KEY: "a key of a test, long enough for one" }) }));

const nonces = Array.from({ length: 200 }, (_, i) => `nonce ${i}`);
const mailed = oneUsePassword("nonce");

test("a one-use password is four groups of four, the same each time and another for another nonce", () => {
  expect(mailed).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  expect(oneUsePassword("nonce")).toBe(mailed);
  expect(new Set(nonces.map(oneUsePassword)).size).toBe(nonces.length);
});

test.each([
  ["with a blank behind it", (text: string) => `${text} `],
  ["with no-break spaces around it", (text: string) => `\u00a0${text}\u202f`],
  ["with another hyphen", (text: string) => text.replaceAll("-", "\u2011")],
  ["with dashes", (text: string) => text.replaceAll("-", "–")],
  ["in capitals", (text: string) => text.toUpperCase()],
  ["without hyphens", (text: string) => text.replaceAll("-", "")],
  ["with blanks for hyphens", (text: string) => text.replaceAll("-", " ")],
  ["with something unseen in it", (text: string) => `\ufeff${text.slice(0, 6)}\u200b${text.slice(6)}`],
  ["on a line of its own", (text: string) => `\t${text}\r\n`],
])("typed %s it is known", (_, typed) => {
  expect(oneUsePasswordIn(typed(mailed))).toBe(mailed);
});

test("what was never emailed is not mistaken for it: other letters, a phrase of sixteen, a longer text", () => {
  const last = mailed.endsWith("a") ? "b" : "a";
  for (const typed of ["sunny-river-bridge", "east-tree-hand-deep", `${mailed.slice(0, -1)}${last}`, `${mailed}x`, ""])
    expect([typed, oneUsePasswordIn(typed)]).toEqual([typed, null]);
});
