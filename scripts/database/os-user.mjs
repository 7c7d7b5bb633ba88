import { execFileSync, spawnSync } from "node:child_process";
import { Sentence } from "../steps/sentence.mjs";

/**
 * PostgreSQL refuses to run as root. For root, this is the account to run it as: `postgres`, created if it is missing,
 * or else `nobody`. For anyone else it is undefined: they run it themselves.
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) return undefined;
  return known("postgres") ?? made("postgres") ?? known("nobody") ?? refuse();
}

const refuse = () => {
  throw new Sentence("PostgreSQL does not run as root, and no account named postgres or nobody exists to run it as.");
};

function known(name) {
  const id = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { name, uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function made(name) {
  const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name]);
  return made.status === 0 ? known(name) : undefined;
}

/** Options for spawn that run a program as this account, in a folder that it can use. */
export const runAs = (user) =>
  user
    ? { uid: user.uid, gid: user.gid, cwd: "/", env: { PATH: process.env.PATH, LANG: process.env.LANG ?? "C" } }
    : {};

/** Whether the account can do what `test`'s flag says (-r, -w, -x) with this path. */
export const may = (user, flag, path) =>
  spawnSync("/bin/sh", ["-c", 'test "$1" "$2"', "sh", flag, path], runAs(user)).status === 0;
