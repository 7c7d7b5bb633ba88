import { z } from "zod";

/** An empty setting is one that was not set. */
const unset = (value: unknown) => (value === "" ? undefined : value);

const optional = z.preprocess(unset, z.string().optional());
const text = (standard: string) => z.preprocess(unset, z.string().default(standard));
const needed = (error: string) => z.preprocess(unset, z.string({ error }));
const number = (standard: number, least = 0) => {
  const error = `must be a whole number, ${least} or more`;
  return z.preprocess(unset, z.coerce.number({ error }).int(error).min(least, error).default(standard));
};
const choice = <const C extends [string, string, ...string[]]>(...choices: C) =>
  z.enum(choices, { error: `must be ${choices.slice(0, -1).join(", ")} or ${choices.at(-1) ?? ""}` });
const yesNo = (standard: "yes" | "no") =>
  z.preprocess(unset, choice("yes", "no").default(standard)).transform((answer) => answer === "yes");

/** How much lighter white is than a colour "#005eb8": WCAG 2.2's contrast ratio, 1 to 21. */
export function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

const isMoment = (text: string) => {
  const moment = new Date(`${text}:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

/** A random text of 32 characters almost never has fewer than ten different ones. */
const isRandom = (text: string) => new Set(text).size >= 10;
const onThisMachine = (origin: string) => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(origin).hostname);

/** Pictures of a map by number, at one host over https. */
const isTiles = (text: string) =>
  ["{z}", "{x}", "{y}"].every((part) => text.includes(part)) &&
  !text.includes("{s}") &&
  (/^https:\/\/[a-z0-9.-]+(?::\d+)?\//i.test(text) || /^http:\/\/(?:localhost|127\.0\.0\.1):\d+\//.test(text));

const settings = z.object({
  SERVICE_MODE: choice("demo", "live"),
  APP_ORIGIN: z
    .url({ protocol: /^https?$/, error: "must be the address people use, such as https://tracker.example" })
    .transform((url) => new URL(url).origin),
  DATABASE_URL: needed("must be set: the address of the database, as the app's role"),
  DATABASE_POOLED: yesNo("no"),
  WORKER_DATABASE_URL: optional,
  READ_DATABASE_URL: optional,
  READ_LAG_SECONDS: number(5, 1),
  SECRET_KEY: z
    .string({ error: "must be set: at least 32 random characters" })
    .min(32, "must be at least 32 random characters"),
  DEMO_CLOCK: z.preprocess(
    unset,
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: "must look like 2026-12-10T09:00", abort: true })
      .refine(isMoment, "must be a day and a time that exist, such as 2026-12-10T09:00")
      .optional(),
  ),
  WORKER_IN_APP: yesNo("yes"),
  METRICS_TOKEN: z.preprocess(unset, z.string().min(16, "must be at least 16 characters").optional()),
  LOG_LEVEL: z.preprocess(unset, choice("fatal", "error", "warn", "info", "debug", "silent").default("info")),

  SERVICE_NAME: text("Capacity Tracker"),
  SERVICE_ORGANISATION: text("An independent service: not run by the NHS"),
  SERVICE_COLOUR: z.preprocess(
    unset,
    z
      .string()
      .refine(isColour, { error: "must be a colour such as #005eb8", abort: true })
      .refine(
        (colour) => contrastToWhite(colour) >= 4.5,
        "must be darker: white text on it needs a contrast of 4.5 to 1",
      )
      .default("#005eb8"),
  ),
  SERVICE_LOGO_URL: optional,
  FEEDBACK_URL: optional,
  MAP_TILES_URL: z.preprocess(
    unset,
    z.string().refine(isTiles, "must look like https://tiles.example/{z}/{x}/{y}.png").optional(),
  ),
  MAP_TILES_CREDIT: text(""),
  SUPPORT_NAME: text("Capacity Tracker support"),
  SUPPORT_EMAIL: text("support@tracker.example"),
  SUPPORT_PHONE: text("01632 960 000"),
  SUPPORT_HOURS: text("Monday to Friday, 9am to 5pm"),
  TECHNICAL_EMAIL: text("technical@tracker.example"),
  GUIDANCE_EMAIL: text("questions@tracker.example"),
  CQC_PHONE: text("03000 616161"),
  CQC_EMAIL: text("enquiries@cqc.org.uk"),
  NHSBSA_PHONE: text("0300 330 2088"),
  NHSBSA_EMAIL: optional,
  ESCALATION_EMAIL: optional,
  HELP_VIDEOS: text(""),
  SOCIAL_LINKS: text(""),

  MAIL_TRANSPORT: z.preprocess(unset, choice("kept", "smtp", "resend").default("kept")),
  MAIL_FROM: text("Capacity Tracker <no-reply@tracker.example>"),
  SMTP_URL: optional,
  RESEND_API_KEY: optional,
  RESEND_WEBHOOK_SECRET: optional,

  UPLOAD_MEGABYTES: number(64, 1),
  WORKBOOK_MEGABYTES: number(16, 1),
  WORKBOOK_UNPACKED_MEGABYTES: number(256, 1),
  WORKBOOK_ROWS: number(20_000, 1),
  WORKBOOK_DAYS: number(90, 1),
  IMPORT_LOSS_PERCENT: number(5, 1),
  REGISTRATION_LOCATIONS_LIMIT: number(50, 1),
  REGISTRATION_WAITING_HOURS: number(48, 1),
  CREDENTIALS_HOURS: number(72, 1),
  PASSWORD_DAYS: number(365),
  PROOF_MINUTES: number(15),
  RESET_MINUTES: number(30, 1),
  RESET_UNLOCKS: yesNo("yes"),
  SECOND_FACTOR: z.preprocess(unset, choice("off", "privileged", "approvers", "all").optional()),
  UK_ONLY: z.preprocess(unset, choice("off", "report", "enforce").default("off")),
  COUNTRY_HEADER: optional,
  UK_ONLY_ALSO: text(""),
  TRUSTED_PROXIES: number(0),
  REMINDER_DAYS: z.preprocess(
    unset,
    z
      .string()
      .regex(/^\d+(,\d+)*$/, "must be days before the close, such as 3,1")
      .default("3,1"),
  ),
  UNCHANGED_BY_MAIL: yesNo("yes"),
  NEW_LOCATION_DUE: z.preprocess(
    unset,
    z
      .string()
      .regex(/^(first-full-window|\d+)$/, "must be first-full-window or a number of days")
      .default("first-full-window"),
  ),
  SMALL_NUMBER: number(6, 2),
  BREACHED_PASSWORDS_FILE: optional,

  RETENTION_REJECTED_DAYS: number(90, 1),
  RETENTION_SESSION_DAYS: number(30, 1),
  RETENTION_SIGN_IN_DAYS: number(395, 91),
  RETENTION_MAIL_TEXT_DAYS: number(90, 1),
  RETENTION_MAIL_DAYS: number(395, 91),
  RETENTION_DRAFT_DAYS: number(90, 1),
});

export type Env = z.infer<typeof settings>;

/**
 * The service's settings, from the environment. Refuses a missing or malformed one with a sentence naming it; only a
 * demo may set the clock or keep its mail.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const read = settings.safeParse(source);
  if (!read.success) throw unusable(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  const wrong = together(read.data);
  if (wrong.length > 0) throw unusable(wrong);
  return read.data;
}

/** What is wrong with settings that are valid on their own but not together. */
const together = (read: Env): string[] => [
  ...(read.MAIL_TRANSPORT === "smtp" && !read.SMTP_URL ? ["SMTP_URL must be set when MAIL_TRANSPORT is smtp"] : []),
  ...(read.MAIL_TRANSPORT === "resend" && !read.RESEND_API_KEY
    ? ["RESEND_API_KEY must be set when MAIL_TRANSPORT is resend"]
    : []),
  ...(read.SERVICE_MODE === "live" ? whenLive(read) : []),
];

const whenLive = ({ APP_ORIGIN, DEMO_CLOCK, MAIL_TRANSPORT, RESEND_WEBHOOK_SECRET, SECRET_KEY }: Env): string[] => [
  ...(DEMO_CLOCK ? ["DEMO_CLOCK may only be set when SERVICE_MODE is demo"] : []),
  ...(APP_ORIGIN.startsWith("https:") || onThisMachine(APP_ORIGIN)
    ? []
    : ["APP_ORIGIN must begin with https:// when SERVICE_MODE is live: it is what people type, in front of any proxy"]),
  ...(isRandom(SECRET_KEY) ? [] : ["SECRET_KEY must be random: it has fewer than ten different characters"]),
  ...(MAIL_TRANSPORT === "kept"
    ? ["MAIL_TRANSPORT must be smtp or resend when SERVICE_MODE is live: kept sends nothing"]
    : []),
  ...(MAIL_TRANSPORT === "resend" && !RESEND_WEBHOOK_SECRET
    ? ["RESEND_WEBHOOK_SECRET must be set when MAIL_TRANSPORT is resend: without it no one hears of email that bounced"]
    : []),
];

const unusable = (faults: string[]) =>
  new Error(`The service cannot start: ${faults.map((fault) => `${fault}.`).join(" ")} See .env.example.`);

let known: Env | undefined;

/** The settings of this process, read once. */
export const env = (): Env => (known ??= readEnv(process.env));

/** For tests that change a setting: read again at the next call. */
export const forgetEnv = (): void => void (known = undefined);
