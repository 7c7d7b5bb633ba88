import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  chownSync,
  chmodSync,
} from "node:fs";
import path from "node:path";
import { binaries, outside } from "./binaries.mjs";
import { databaseUser, may } from "./os-user.mjs";
export { prepareDatabase } from "./prepare.mjs";
import { initialise, isRunning, launch, shutDown } from "./postmaster.mjs";
import { isAlive, withLock } from "../steps/lock.mjs";
import { diskFull, isDiskFull } from "../steps/sentence.mjs";

/**
 * A private PostgreSQL on 127.0.0.1, kept in `dir`: its data, and `cluster.json` (mode 0600) with its port and
 * passwords. Several processes may use it at once. The last to stop shuts it down, and if a killed process left it
 * running, the next one takes it over.
 *
 * version: 18 (embedded) or 15 (Debian's). settings: PostgreSQL settings of this start, such as { fsync: "off" }.
 */
export async function startCluster({ version = 18, dir, settings = {} }) {
  const home = path.resolve(dir);
  try {
    mkdirSync(home, { recursive: true });
    const state = await withLock(path.join(home, "lock"), () => join(home, version, settings));
    return cluster(home, version, state);
  } catch (error) {
    throw isDiskFull(error) ? diskFull(home) : error;
  }
}

async function join(home, version, settings) {
  const user = databaseUser();
  const state = { users: [], ...remembered(home) };
  if (!state.dataDir || !existsSync(state.dataDir)) state.dataDir = dataFolder(home, user);
  const bin = binaries(version, user);
  if (!existsSync(path.join(state.dataDir, "PG_VERSION")) || !state.password) {
    state.password = randomBytes(24).toString("base64url");
    if (isRunning(state.dataDir)) await shutDown(state.dataDir);
    initialise({ bin, dataDir: state.dataDir, password: state.password, user, version, home });
  }
  if (!isRunning(state.dataDir)) {
    state.port = await launch({ bin, dataDir: state.dataDir, port: state.port, user, settings, home });
    state.users = [];
  }
  state.users = [...state.users.filter((pid) => pid !== process.pid && isAlive(pid)), process.pid];
  remember(home, state);
  return state;
}

function cluster(home, version, state) {
  const url = (role, password, database) => `postgresql://${role}:${password}@127.0.0.1:${state.port}/${database}`;
  return {
    version,
    port: state.port,
    superuserUrl: (database = "postgres") => url("postgres", state.password, database),
    url,
    /** A password made once for each name and kept. */
    password: (name) =>
      withLock(path.join(home, "lock"), () => {
        const now = remembered(home);
        now.passwords ??= {};
        now.passwords[name] ??= randomBytes(24).toString("base64url");
        remember(home, now);
        return now.passwords[name];
      }),
    stop: () => withLock(path.join(home, "lock"), () => leave(home)),
  };
}

async function leave(home) {
  const state = remembered(home);
  state.users = (state.users ?? []).filter((pid) => pid !== process.pid && isAlive(pid));
  if (state.users.length === 0) await shutDown(state.dataDir);
  remember(home, state);
}

/**
 * In the clone, if PostgreSQL's account can use it there. Otherwise (for root in a private folder) outside it, with a
 * note that says where.
 */
function dataFolder(home, user) {
  const inside = path.join(home, "postgres");
  if (!user || ownable(inside, user)) return inside;
  const of = createHash("sha256").update(home).digest("hex").slice(0, 12);
  const elsewhere = path.join(outside(), `capacity-tracker-${of}`);
  if (isRunning(elsewhere)) return elsewhere;
  rmSync(elsewhere, { recursive: true, force: true });
  ownable(elsewhere, user);
  writeFileSync(path.join(home, "where-the-data-is.txt"), `The database's files are in ${elsewhere}\n`);
  return elsewhere;
}

function ownable(folder, user) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o700);
    if (may(user, "-w", folder)) return true;
  } catch (error) {
    if (!["EPERM", "EACCES", "EINVAL", "EROFS"].includes(error.code)) throw error;
  }
  removeEmpty(folder);
  return false;
}

function removeEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EACCES"].includes(error.code)) throw error;
  }
}

function remembered(home) {
  try {
    return JSON.parse(readFileSync(path.join(home, "cluster.json"), "utf8"));
  } catch {
    return {};
  }
}

function remember(home, state) {
  const file = path.join(home, "cluster.json");
  writeFileSync(`${file}.new`, JSON.stringify(state, undefined, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
