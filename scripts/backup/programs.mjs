import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { packaged } from "../database/binaries.mjs";
import { run } from "../steps/run.mjs";
import { diskFull, isDiskFull, Sentence } from "../steps/sentence.mjs";

/**
 * The path of a PostgreSQL program that is made for a server of this major version: the package's own, else the one on
 * the PATH. A program older than the server cannot read it and is refused in one sentence; so is none at all.
 */
export function programFor(name, major) {
  const own = path.join(packaged(major), name);
  if (existsSync(own)) return own;
  const found = versionOf(name);
  const wanted = `install PostgreSQL's own programs of version ${major} (on Debian: postgresql-client-${major})`;
  if (found === undefined)
    throw new Sentence(`The server is PostgreSQL ${major}, and there is no ${name} on this machine: ${wanted}.`);
  if (found < major)
    throw new Sentence(`The server is PostgreSQL ${major}, but ${name} here is of version ${found}: ${wanted}.`);
  return name;
}

function versionOf(name) {
  const { status, stdout } = spawnSync(name, ["--version"], { encoding: "utf8" });
  return status === 0 ? Number(/ (\d+)/.exec(stdout)?.[1]) : undefined;
}

/** How PostgreSQL's programs are told where the database is: the password never stands among the arguments. */
export function addressOf(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const mode = searchParams.get("sslmode");
  return {
    PGHOST: hostname.replace(/^\[|\]$/g, ""),
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(mode && { PGSSLMODE: mode }),
  };
}

/** Runs one of them; what it says when it fails is shown, and then the sentence. */
export async function runProgram(program, args, env, failed) {
  const { code, said } = await run(program, args, { env, quiet: true });
  if (code === 0) return said;
  if (isDiskFull(said)) throw diskFull();
  throw new Sentence(`${said.trim()}\n\n${failed}`);
}
