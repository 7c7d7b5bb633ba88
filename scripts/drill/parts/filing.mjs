import { spawn } from "node:child_process";
import { once } from "node:events";
import readline from "node:readline";
import { ROOT, tsx } from "../../steps/run.mjs";
import { Sentence } from "../../steps/sentence.mjs";

/** Files `count` returns in a process of its own, half of them at first, and follows which have been acknowledged. */
export function filing(env, count) {
  const [program, args] = tsx("scripts/drill/parts/file-returns.ts", String(count));
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, LOG_LEVEL: "silent" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const references = [];
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  readline.createInterface({ input: child.stdout }).on("line", (line) => {
    references.push(line);
    child.emit("acknowledged");
  });
  const ended = once(child, "close").then(([code]) => {
    if (code !== 0) throw new Sentence(`${said.trim()}\n\nFiling failed.`);
    child.emit("acknowledged");
  });
  ended.catch(() => child.emit("acknowledged"));
  return {
    ended,
    soFar: () => [...references],
    goOn: () => child.stdin.end("go on\n"),
    async reaches(wanted) {
      while (references.length < wanted && child.exitCode === null) await once(child, "acknowledged");
    },
  };
}
