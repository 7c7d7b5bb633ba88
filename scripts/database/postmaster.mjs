import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, isFree } from "../steps/ports.mjs";
import { diskFull, isDiskFull, Sentence } from "../steps/sentence.mjs";
import { runAs } from "./os-user.mjs";

const START_WITHIN = 120_000;
const STILL_IN_USE = /pre-existing shared memory block|could not bind|lock file "postmaster.pid" already exists/;

/** Makes an empty cluster whose superuser `postgres` has this password. */
export function initialise({ bin, dataDir, password, user, version, home }) {
  const secret = path.join(path.dirname(dataDir), `.${path.basename(dataDir)}-password`);
  const ours = [
    "--username=postgres",
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--data-checksums",
  ];
  const plain = version >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
  const locales = [
    ["--locale-provider=icu", "--icu-locale=en-GB", "--locale=C.UTF-8"],
    ["--locale-provider=icu", "--icu-locale=en-GB", "--locale=C"],
    [...plain, "--locale=C"],
  ];
  try {
    writeFileSync(secret, password, { mode: 0o600 });
    if (user) chownSync(secret, user.uid, user.gid);
    let made;
    for (const locale of locales) {
      empty(dataDir);
      made = spawnSync(path.join(bin, "initdb"), ["-D", dataDir, ...ours, ...locale], {
        encoding: "utf8",
        ...runAs(user),
      });
      if (made.status === 0) return;
      if (isDiskFull(made.stderr ?? made.error)) throw diskFull(home);
    }
    empty(dataDir);
    throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  } finally {
    rmSync(secret, { force: true });
  }
}

function empty(folder) {
  if (existsSync(folder))
    for (const entry of readdirSync(folder)) rmSync(path.join(folder, entry), { recursive: true });
}

/** Starts the server, on the port it had before if that is free, and returns the port once it takes connections. */
export async function launch({ bin, dataDir, port, user, settings, home }) {
  const log = path.join(home, "postgres.log");
  const until = Date.now() + START_WITHIN;
  for (;;) {
    if (postmasterOf(dataDir)) forget(dataDir);
    const on = port && (await isFree(port)) ? port : await freePort();
    const { server, said } = begin({ bin, dataDir, port: on, user, settings, log });
    while (server.exitCode === null && server.signalCode === null && Date.now() < until) {
      if (isReady(dataDir, server.pid)) return on;
      await pause(20);
    }
    if (server.exitCode === null && server.signalCode === null) {
      throw new Sentence(
        `PostgreSQL is still recovering after two minutes; ${log} says how far it is. Start again later.`,
      );
    }
    if (isDiskFull(said())) throw diskFull(home);
    if (!STILL_IN_USE.test(said()) || Date.now() > until) throw new Error(`PostgreSQL did not start:\n${said()}`);
    await pause(100);
  }
}

/** In its own process group, so that Ctrl-C does not stop it before the programs that use it. */
function begin({ bin, dataDir, port, user, settings, log }) {
  const from = existsSync(log) ? statSync(log).size : 0;
  const to = openSync(log, "a", 0o600);
  const fixed = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    timezone: "UTC",
    logging_collector: "off",
  };
  const options = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(path.join(bin, "postgres"), ["-D", dataDir, ...options], {
    stdio: ["ignore", to, to],
    detached: true,
    ...runAs(user),
  });
  server.on("error", () => {});
  server.unref();
  closeSync(to);
  return { server, said: () => readFileSync(log).subarray(from).toString() };
}

const lockLines = (dataDir) => {
  try {
    return readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
};

const isReady = (dataDir, pid) => {
  const lines = lockLines(dataDir);
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
};

const postmasterOf = (dataDir) => Number(lockLines(dataDir)[0]) || undefined;

/** Whether the process named in the data folder's lock is running and is this folder's PostgreSQL. */
export function isRunning(dataDir) {
  const pid = postmasterOf(dataDir);
  return pid !== undefined && commandOf(pid).includes(dataDir);
}

function commandOf(pid) {
  try {
    if (existsSync("/proc/self/cmdline")) return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** A lock whose process has ended, or whose process id now belongs to another program. */
const forget = (dataDir) => rmSync(path.join(dataDir, "postmaster.pid"), { force: true });

/** Fast shutdown: transactions are rolled back, everything committed is on disk. */
export async function shutDown(dataDir) {
  if (!isRunning(dataDir)) return;
  const pid = postmasterOf(dataDir);
  process.kill(pid, "SIGINT");
  while (postmasterOf(dataDir) === pid && commandOf(pid).includes(dataDir)) await pause(20);
}
