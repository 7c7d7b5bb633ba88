import { randomBytes } from "node:crypto";

/** Gives each of Jest's workers the database that was made for it, with the settings of a demo where none are set. */
type Urls = { ownerUrl: string; appUrl: string; workerUrl: string };

const databases = JSON.parse(process.env.TEST_DATABASES ?? "{}") as Record<string, Urls>;
const mine = databases[process.env.JEST_WORKER_ID ?? "1"];
if (!mine) throw new Error(`No database was made for worker ${process.env.JEST_WORKER_ID ?? "1"}.`);

process.env.DATABASE_URL = mine.appUrl;
process.env.WORKER_DATABASE_URL = mine.workerUrl;
process.env.MIGRATE_DATABASE_URL = mine.ownerUrl;
process.env.SERVICE_MODE ??= "demo";
process.env.APP_ORIGIN ??= "http://localhost:3000";
process.env.SECRET_KEY ??= randomBytes(32).toString("base64url");
process.env.LOG_LEVEL ??= "silent";
