import { spawn } from "node:child_process";
import path from "node:path";
import { diskFull, isDiskFull, Sentence } from "./sentence.mjs";

export const ROOT = path.resolve(import.meta.dirname, "../..");

const running = new Set();
let stopping = false;

/** Thrown when we are asked to stop while still preparing. Nothing is printed. */
export class Stopped extends Error {
  name = "Stopped";
}

/** Resolves at Ctrl-C, SIGTERM or when the terminal closes. A step that is running is ended, and no other begins. */
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

/** Runs a program in the clone and returns its exit code and output. With `quiet`, its output is not shown. */
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

/** Runs a step that must succeed. Shows nothing if it does; otherwise all of its output and one closing sentence. */
export async function must(step, program, args, options = {}) {
  const { code, said } = await run(program, args, { quiet: true, ...options });
  if (stopping) throw new Stopped();
  if (code === 0) return said;
  if (isDiskFull(said)) throw diskFull();
  throw new Sentence(`${said.trim()}\n\n${step} failed. Its output is above.`);
}

/** Runs one of our TypeScript files with tsx in one process, so that signals reach it. */
export const tsx = (file, ...args) => [process.execPath, ["--import", "tsx", file, ...args]];
