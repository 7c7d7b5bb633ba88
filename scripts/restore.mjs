import "./steps/node-version.mjs";
import { existsSync, statSync } from "node:fs";
import { optionsOf } from "./backup/options.mjs";
import { restoreDatabase } from "./backup/restore-database.mjs";
import { restoreServer } from "./backup/restore-server.mjs";
import { inOneSentence, Sentence } from "./steps/sentence.mjs";

const USAGE =
  "Use: npm run restore -- FILE.dump, or npm run restore -- SERVER-FOLDER --wal ARCHIVE --into FOLDER [--at TIME].";

/**
 * Restores what `npm run backup` made: a database's file into the empty database of MIGRATE_DATABASE_URL, or a whole
 * server's folder, with the archived log, into a new data folder, as it was at a time or as late as the log goes.
 * Nothing that exists is written over.
 */
await inOneSentence(async () => {
  const options = { wal: { type: "string" }, into: { type: "string" }, at: { type: "string" } };
  const { values, positionals } = optionsOf(options, USAGE);
  const [from, ...more] = positionals;
  if (!from || more.length > 0) throw new Sentence(`Say which backup to restore. ${USAGE}`);
  if (!existsSync(from)) throw new Sentence(`There is no backup at ${from}.`);
  if (statSync(from).isDirectory()) return restoreServer(from, values);
  if (values.at)
    throw new Sentence("One database's file holds one moment: --at needs a backup made with --whole, and --wal.");
  return restoreDatabase(from);
});
