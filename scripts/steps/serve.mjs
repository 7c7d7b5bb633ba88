import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { ROOT } from "./run.mjs";
import { isFree } from "./ports.mjs";
import { diskFull, isDiskFull, Sentence } from "./sentence.mjs";

const STARTS_WITHIN = 60_000;
const LEASH = pathToFileURL(path.join(import.meta.dirname, "end-with-parent.mjs")).href;

export async function refuseTakenPort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Sentence("PORT must be a number from 1 to 65535.");
  if (await isFree(port)) return;
  throw new Sentence(
    `Port ${port} is in use by another program. Stop it, or choose another port with PORT=3001 npm run demo.`,
  );
}

/**
 * Starts a server in its own process group, so that Ctrl-C reaches it only through us, and waits until it answers.
 * Returns { ended, stop }: a promise of its exit code, and a function that ends it.
 */
export async function serve(args, { env, port, output = "inherit" }) {
  const child = spawn(process.execPath, ["--import", LEASH, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, ENDS_WITH: String(process.pid) },
    stdio: ["pipe", output, "pipe"],
    detached: true,
  });
  let said = "";
  child.stderr.on("data", (text) => {
    said = (said + text).slice(-20_000);
    if (output === "inherit") process.stderr.write(text);
  });
  let code;
  const ended = new Promise((resolve) => child.once("close", (exit) => resolve((code = exit ?? 1))));
  const stop = () => end(child, ended);
  const until = Date.now() + STARTS_WITHIN;
  while (code === undefined && Date.now() < until) {
    if (await answers(port)) return { ended, stop };
    await pause(100);
  }
  await stop();
  if (isDiskFull(said)) throw diskFull();
  throw new Sentence(`${said.trim()}\nThe service did not start.`.trim());
}

const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );

/** Asks it to end, and kills it after ten seconds. */
async function end(child, ended) {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    const stubborn = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(stubborn);
  }
  return ended;
}
