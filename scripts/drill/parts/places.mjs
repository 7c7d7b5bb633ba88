import { chownSync, mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";
import { outside } from "../../database/binaries.mjs";
import { databaseUser } from "../../database/os-user.mjs";

/** Folders for a server, its archived log and its backups, which PostgreSQL's account may write to, as on a real one. */
export function placesOfServer() {
  const user = databaseUser();
  mkdirSync(outside(), { recursive: true });
  const root = mkdtempSync(path.join(outside(), "capacity-tracker-drill-"));
  const [home, wal, backups] = ["home", "wal", "backups"].map((name) => path.join(root, name));
  for (const folder of [root, home, wal, backups]) {
    mkdirSync(folder, { recursive: true });
    if (user) chownSync(folder, user.uid, user.gid);
  }
  return { root, home, wal, backups, into: path.join(root, "restored"), user };
}
