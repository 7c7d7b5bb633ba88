import { readFileSync } from "node:fs";
import path from "node:path";
import { databaseFaults, type DatabaseState } from "@/lib/database/state";
import { contrastToWhite, readEnv } from "@/lib/env";

const good = {
  SERVICE_MODE: "live",
  APP_ORIGIN: "https://tracker.example/",
  DATABASE_URL: "postgresql://app@127.0.0.1/tracker",
  SECRET_KEY: "a-k3y-0f-chance:7hJq2Zp9Xw4Lm6Tv8",
  MAIL_TRANSPORT: "smtp",
  SMTP_URL: "smtp://127.0.0.1:25",
};

const sentence = (changes: Record<string, string | undefined>): string => {
  try {
    readEnv({ ...good, ...changes });
  } catch (fault) {
    return (fault as Error).message;
  }
  return "accepted";
};

it("accepts the settings that production needs, and keeps the origin without its slash", () => {
  expect(readEnv(good)).toMatchObject({ APP_ORIGIN: "https://tracker.example", PASSWORD_DAYS: 365 });
});

it.each(["SERVICE_MODE", "APP_ORIGIN", "DATABASE_URL", "SECRET_KEY"])(
  "says in a sentence that %s is missing",
  (name) => {
    for (const missing of [undefined, ""]) {
      const said = sentence({ [name]: missing });
      expect(said).toMatch(new RegExp(`^The service cannot start: ${name} must be [^.]+\\.`));
      expect(said).toMatch(/\. See \.env\.example\.$/);
    }
  },
);

it.each([
  ["SERVICE_MODE", "production", "must be demo or live"],
  ["APP_ORIGIN", "tracker.example", "must be the address people use, such as https://tracker.example"],
  ["APP_ORIGIN", "mailto:us@tracker.example", "must be the address people use, such as https://tracker.example"],
  ["SECRET_KEY", "short", "must be at least 32 random characters"],
  ["WORKER_IN_APP", "true", "must be yes or no"],
  ["LOG_LEVEL", "loud", "must be fatal, error, warn, info, debug or silent"],
  ["SERVICE_COLOUR", "blue", "must be a colour such as #005eb8"],
  ["SERVICE_COLOUR", "#41b6e6", "must be darker: white text on it needs a contrast of 4.5 to 1"],
  ["MAP_TILES_URL", "https://tiles.example", "must look like https://tiles.example/{z}/{x}/{y}.png"],
  ["MAP_TILES_URL", "http://tiles.example/{z}/{x}/{y}.png", "must look like https://tiles.example/{z}/{x}/{y}.png"],
  ["MAP_TILES_URL", "https://{s}.example/{z}/{x}/{y}.png", "must look like https://tiles.example/{z}/{x}/{y}.png"],
  ["MAIL_TRANSPORT", "pigeon", "must be kept, smtp or resend"],
  ["PASSWORD_DAYS", "a year", "must be a whole number, 0 or more"],
  ["PASSWORD_DAYS", "1.5", "must be a whole number, 0 or more"],
  ["RESET_MINUTES", "0", "must be a whole number, 1 or more"],
  ["SECOND_FACTOR", "yes", "must be off, privileged, approvers or all"],
  ["UK_ONLY", "on", "must be off, report or enforce"],
  ["TRUSTED_PROXIES", "-1", "must be a whole number, 0 or more"],
  ["REMINDER_DAYS", "three", "must be days before the close, such as 3,1"],
  ["NEW_LOCATION_DUE", "never", "must be first-full-window or a number of days"],
])("says in one sentence what is wrong with %s=%s", (name, value, wrong) => {
  expect(sentence({ [name]: value })).toBe(`The service cannot start: ${name} ${wrong}. See .env.example.`);
});

it("names every fault at once", () => {
  const said = sentence({ SERVICE_MODE: undefined, SECRET_KEY: undefined, UK_ONLY: "on" });
  expect(said.match(/SERVICE_MODE|SECRET_KEY|UK_ONLY/g)).toEqual(["SERVICE_MODE", "SECRET_KEY", "UK_ONLY"]);
});

it("allows keeping mail and setting the clock only in a demo", () => {
  expect(sentence({ MAIL_TRANSPORT: "kept" })).toMatch(
    /: MAIL_TRANSPORT must be smtp or resend when SERVICE_MODE is live/,
  );
  expect(sentence({ MAIL_TRANSPORT: undefined })).toMatch(/: MAIL_TRANSPORT must be smtp or resend/);
  expect(sentence({ DEMO_CLOCK: "2026-12-10T09:00" })).toMatch(
    /: DEMO_CLOCK may only be set when SERVICE_MODE is demo/,
  );
  const demo = { SERVICE_MODE: "demo", MAIL_TRANSPORT: undefined, DEMO_CLOCK: "2026-12-10T09:00" };
  expect(sentence(demo)).toBe("accepted");
});

it.each(["2026-13-40T09:00", "2026-02-30T09:00", "2026-12-10T24:10", "2026-12-10T09:60"])(
  "refuses a clock set to %s, which does not exist",
  (DEMO_CLOCK) => {
    const demo = { SERVICE_MODE: "demo", MAIL_TRANSPORT: undefined };
    expect(sentence({ ...demo, DEMO_CLOCK })).toMatch(/: DEMO_CLOCK must be a day and a time that exist/);
  },
);

it("the service asks for what a way of sending mail needs", () => {
  expect(sentence({ SMTP_URL: "" })).toMatch(/: SMTP_URL must be set when MAIL_TRANSPORT is smtp\./);
  expect(sentence({ MAIL_TRANSPORT: "resend" })).toMatch(
    /: RESEND_API_KEY must be set when MAIL_TRANSPORT is resend\. /,
  );
});

it.each([
  ["APP_ORIGIN", "http://tracker.example", /: APP_ORIGIN must begin with https:\/\/ when SERVICE_MODE is live/],
  ["SECRET_KEY", "k".repeat(32), /: SECRET_KEY must be random/],
  ["SECRET_KEY", "abcabcabc".repeat(5), /: SECRET_KEY must be random/],
])("refuses, in a live service, %s=%s, and accepts it in a demo", (name, value, wrong) => {
  expect(sentence({ [name]: value })).toMatch(wrong);
  expect(sentence({ [name]: value, SERVICE_MODE: "demo" })).toBe("accepted");
});

it("accepts an origin without https only on this machine", () => {
  for (const origin of ["http://localhost:3000", "http://127.0.0.1:3000"])
    expect(sentence({ APP_ORIGIN: origin })).toBe("accepted");
});

it("the service hears about bounced mail if Resend sends it", () => {
  const resend = { MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_key" };
  expect(sentence(resend)).toMatch(/: RESEND_WEBHOOK_SECRET must be set when MAIL_TRANSPORT is resend/);
  expect(sentence({ ...resend, RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0" })).toBe("accepted");
});

it.each(["2026-13-40T09:00", "2026-02-30T09:00", "2026-12-10T24:30"])(
  "refuses DEMO_CLOCK=%s in a sentence",
  (clock) => {
    expect(sentence({ SERVICE_MODE: "demo", DEMO_CLOCK: clock })).toBe(
      "The service cannot start: DEMO_CLOCK must be a day and a time that exist, such as 2026-12-10T09:00. See .env.example.",
    );
  },
);

it("gives each service in compose.yaml only its own passwords", () => {
  const compose = readFileSync(path.join(__dirname, "../../compose.yaml"), "utf8");
  const services = compose.slice(compose.indexOf("\nservices:"), compose.indexOf("\nvolumes:"));
  const secretsOf = (name: string) => {
    const part = new RegExp(`\\n {2}${name}:\\n(?:(?: {4}.*)?\\n)+`).exec(services)?.[0] ?? "";
    return [...new Set([...part.matchAll(/\$\{(\w+_PASSWORD)/g)].map(([, secret]) => secret))].sort();
  };
  expect(compose).toMatch(/env_file: service\.env\n/);
  expect(compose).not.toMatch(/env_file: \.env\n/);
  expect(secretsOf("app")).toEqual(["APP_PASSWORD"]);
  expect(secretsOf("worker")).toEqual(["APP_PASSWORD", "WORKER_PASSWORD"]);
  expect(secretsOf("migrate")).toEqual(["OWNER_PASSWORD"]);
});

it("measures contrast as WCAG does", () => {
  expect(contrastToWhite("#000000")).toBeCloseTo(21, 5);
  expect(contrastToWhite("#ffffff")).toBeCloseTo(1, 5);
  expect(contrastToWhite("#767676")).toBeCloseTo(4.54, 2);
});

it("documents every setting on a line of .env.example, and documents no other", () => {
  const source = readFileSync(path.join(__dirname, "../../lib/env.ts"), "utf8");
  const example = readFileSync(path.join(__dirname, "../../.env.example"), "utf8");
  const read = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
  const shown = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const elsewhere = [
    "BACKUP_DATABASE_URL",
    "MIGRATE_DATABASE_URL",
    "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
    "PORT",
    "DATABASE_POOL",
  ];
  expect(read.length).toBeGreaterThan(30);
  expect([...shown].sort()).toEqual([...read, ...elsewhere].sort());
});

const safe: DatabaseState = {
  fsync: "on",
  fullPageWrites: "on",
  synchronousCommit: "on",
  superuser: false,
  ddl: false,
  demo: false,
};

it("finds nothing wrong with a database that keeps what it acknowledged", () => {
  expect(databaseFaults(safe)).toEqual([]);
  expect(databaseFaults({ ...safe, synchronousCommit: "remote_apply" })).toEqual([]);
});

it.each([
  [{ fsync: "off" }, /^fsync is off/],
  [{ fullPageWrites: "off" }, /^full_page_writes is off/],
  [{ synchronousCommit: "off" }, /^synchronous_commit is off/],
  [{ synchronousCommit: "local" }, /^synchronous_commit is local/],
  [{ demo: true }, /filled by a demo/],
  [{ superuser: true, ddl: true }, /superuser/],
  [{ ddl: true }, /capacity_app alone/],
])("names what is wrong with a database of %j", (change, wrong) => {
  const faults = databaseFaults({ ...safe, ...change });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(wrong);
});
