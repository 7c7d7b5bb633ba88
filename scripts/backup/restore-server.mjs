import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { databaseUser } from "../database/os-user.mjs";
import { diskFull, isDiskFull, Sentence } from "../steps/sentence.mjs";

/**
 * Lays a whole server's backup out as a new data folder that, when PostgreSQL is started on it, replays the archived
 * log up to `at` (a time with its zone), or to its end, and then serves. Run as root, it gives the folder to the account
 * that PostgreSQL runs as.
 */
export function restoreServer(from, { wal, into, at }) {
  const label = path.join(from, "backup_label");
  if (!existsSync(label)) throw new Sentence(`${from} is no backup of a server: it has no backup_label.`);
  if (!wal || !existsSync(wal)) throw new Sentence("Say with --wal in which folder the archived log is.");
  if (!into) throw new Sentence("Say with --into which folder the restored server's data goes to.");
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new Sentence(`${into} is not empty: restore into a new folder, and leave the old one as it is.`);
  const moment = at === undefined ? undefined : momentOf(at, readFileSync(label, "utf8"));
  copy(from, into);
  const command = `cp ${quoted(path.resolve(wal))}/%f "%p"`;
  const lines = [
    `restore_command = '${command.replaceAll("'", "''")}'`,
    "recovery_target_action = 'promote'",
    ...(moment ? [`recovery_target_time = '${moment}'`] : ["recovery_target_timeline = 'latest'"]),
  ];
  appendFileSync(path.join(into, "postgresql.auto.conf"), `\n# Written by npm run restore\n${lines.join("\n")}\n`);
  writeFileSync(path.join(into, "recovery.signal"), "");
  giveAway(into);
  console.log(`Restored to ${into}${moment ? ` as of ${moment}` : ""}. Next: start PostgreSQL on that folder.`);
}

/** The time as it was given, to the microsecond. One without a zone, or from before the backup was begun, is refused. */
function momentOf(at, label) {
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(at);
  const time = new Date(at);
  if (!zoned || Number.isNaN(time.getTime()))
    throw new Sentence(`Give the time with its zone, such as 2026-11-27T10:15:00Z: "${at}" could be another hour.`);
  const begun = /^START TIME: (.+)$/m.exec(label)?.[1];
  if (begun && time < new Date(begun.replace(/^(\S+) (\S+) /, "$1T$2 ").replace(/ (UTC|GMT)$/, "Z")))
    throw new Sentence(`This backup was begun at ${begun}: a time before that needs an earlier one.`);
  return at.replace("T", " ").replace(/Z$/, "+00");
}

function copy(from, into) {
  mkdirSync(into, { recursive: true });
  chmodSync(into, 0o700);
  const { status, stderr, error } = spawnSync("cp", ["-a", `${path.resolve(from)}/.`, into], { encoding: "utf8" });
  if (status === 0) return;
  if (isDiskFull(stderr ?? error)) throw diskFull(into);
  throw new Sentence(`The backup could not be copied to ${into}: ${stderr ?? error}`);
}

function giveAway(folder) {
  const user = databaseUser();
  if (user) spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
}

const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
