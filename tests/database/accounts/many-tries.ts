import * as argon2 from "@node-rs/argon2";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

/**
 * One instance of the service, run as a process of its own: waits for a line on its input, tries so many wrong
 * passwords at once, and says how often a password was checked against the account's own hash, and how many tries found
 * so many waiting that they were turned away unlooked at.
 */
const [email = "", own = "", tries = "0", at = ""] = process.argv.slice(2);
const loaded = createRequire(__filename)("@node-rs/argon2") as { verify: typeof argon2.verify };
const real = loaded.verify;
let checked = 0;
loaded.verify = (hash, ...rest) => {
  if (hash === own) checked++;
  return real(hash, ...rest);
};

async function run() {
  const { signIn } = await import("@/lib/accounts/sign-in");
  const { refusedBy } = await import("@/lib/database/refusal");
  const { TooBusy } = await import("@/lib/too-busy");
  const { disconnect } = await import("@/lib/db");
  const attempt = { email, password: "wrong every time", remember: false, address: null, browser: null };
  const input = createInterface({ input: process.stdin });
  process.stdout.write("ready\n");
  for await (const _ of input) break;
  let busy = 0;
  const tried = () =>
    signIn(attempt, new Date(at)).catch((fault: unknown) => {
      if (!(fault instanceof TooBusy) && refusedBy(fault) !== "busy") throw fault;
      busy++;
      return null;
    });
  const answers = await Promise.all(Array.from({ length: Number(tries) }, tried));
  const words = [...new Set(answers.flatMap((answer) => (answer?.ok ? "in" : (answer?.problems[0]?.message ?? []))))];
  process.stdout.write(`${JSON.stringify({ checked, tried: answers.length, busy, words })}\n`);
  await disconnect();
  input.close();
}

run().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exitCode = 1;
});
