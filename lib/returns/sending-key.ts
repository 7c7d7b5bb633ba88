import { createHash } from "node:crypto";

const longestKey = 100;

/**
 * Names one sending of a form: the key it was opened with, and what it says. The same figures sent again, by a second
 * press or after a lost connection, are the same sending; others, typed into a form that was gone back to, are another.
 * Empty where the form has no key of ours.
 */
export function sendingKey(key: string, posted: Readonly<Record<string, string>>): string {
  if (key.length > longestKey || !/^[\w-]+$/.test(key)) return "";
  const said = Object.entries(posted).filter(([name]) => !name.startsWith("form."));
  const inOrder = said.sort(([one], [other]) => (one < other ? -1 : 1));
  return `${key}.${createHash("sha256").update(JSON.stringify(inOrder)).digest("base64url").slice(0, 22)}`;
}
