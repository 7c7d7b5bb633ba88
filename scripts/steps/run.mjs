import { spawn } from "node:child_process";
import path from "node:path";
import { diskFull, isDiskFull, Sentence } from "./sentence.mjs";

export const ROOT = path.resolve(import.meta.dirname, "../..");

const running = new Set();
let stopping = false;

/** Asked to stop while it was still preparing: nothing to say. */
export class Stopped extends Error {
  name = "Stopped";
}

/** Kept at Ctrl-C, SIGTERM or a closed terminal; a step that is running then is ended, and no other begins. */
export function untilStopped() {
  return new Promise((resolve) => {
    const stop = () => {
      stopping = true;
      for (const child of running) child.kill("SIGTERM");
      resolve(0);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  });
}

/** Runs a program in the clone and returns its exit code and what it said; `quiet` keeps that from the screen. */
export async function run(program, args, { env = {}, quiet = false, cwd = ROOT } = {}) {
  if (stopping) throw new Stopped();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let said = "";
    for (const stream of ["stdout", "stderr"]) {
      child[stream].on("data", (text) => {
        said += text;
        if (!quiet) process[stream].write(text);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, said });
    });
  });
}

/** Runs a step that must succeed: silent when it does, and when it does not, all it said and one closing sentence. */
export async function must(step, program, args, options = {}) {
  const { code, said } = await run(program, args, { quiet: true, ...options });
  if (stopping) throw new Stopped();
  if (code === 0) return said;
  if (isDiskFull(said)) throw diskFull();
  throw new Sentence(`${said.trim()}\n\n${step} failed: what it said is above.`);
}

/** A TypeScript file of ours, run by tsx in one process, so that a signal reaches it. */
export const tsx = (file, ...args) => [process.execPath, ["--import", "tsx", file, ...args]];
