import { z } from "zod";

const optional = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());
const text = (standard: string) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.string().default(standard));
const number = (standard: number, least = 0) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().int().min(least).default(standard));
const yesNo = (standard: "yes" | "no") =>
  z
    .preprocess((value) => (value === "" ? undefined : value), z.enum(["yes", "no"]).default(standard))
    .transform((v) => v === "yes");

const settings = z.object({
  SERVICE_MODE: z.enum(["demo", "live"], { error: "must be demo or live" }),
  APP_ORIGIN: z
    .url({ error: "must be the address people use, such as https://tracker.example" })
    .transform((url) => new URL(url).origin),
  DATABASE_URL: z.string({ error: "must be set: the address of the database, as the app's role" }).min(1),
  WORKER_DATABASE_URL: optional,
  SECRET_KEY: z
    .string({ error: "must be set: at least 32 random characters" })
    .min(32, "must be at least 32 random characters"),
  DEMO_CLOCK: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "must look like 2026-12-10T09:00")
      .optional(),
  ),
  WORKER_IN_APP: yesNo("yes"),
  LOG_LEVEL: z.preprocess(
    (v) => (v === "" ? undefined : v),
    z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  ),

  SERVICE_NAME: text("Capacity Tracker"),
  SERVICE_ORGANISATION: text("An independent service: not run by the NHS"),
  SERVICE_COLOUR: z.preprocess(
    (v) => (v === "" ? undefined : v),
    z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, "must be a colour such as #005eb8")
      .default("#005eb8"),
  ),
  SERVICE_LOGO_URL: optional,
  FEEDBACK_URL: optional,
  SUPPORT_NAME: text("Capacity Tracker support"),
  SUPPORT_EMAIL: text("support@tracker.example"),
  SUPPORT_PHONE: text("01632 960 000"),
  SUPPORT_HOURS: text("Monday to Friday, 9am to 5pm"),
  TECHNICAL_EMAIL: text("technical@tracker.example"),
  GUIDANCE_EMAIL: text("questions@tracker.example"),
  CQC_PHONE: text("03000 616161"),
  CQC_EMAIL: text("enquiries@cqc.org.uk"),
  NHSBSA_PHONE: text("0300 330 2088"),
  SOCIAL_LINKS: text(""),

  MAIL_TRANSPORT: z.preprocess((v) => (v === "" ? undefined : v), z.enum(["kept", "smtp", "resend"]).default("kept")),
  MAIL_FROM: text("Capacity Tracker <no-reply@tracker.example>"),
  SMTP_URL: optional,
  RESEND_API_KEY: optional,

  REGISTRATION_LOCATIONS_LIMIT: number(50, 1),
  REGISTRATION_WAITING_HOURS: number(48, 1),
  CREDENTIALS_HOURS: number(72, 1),
  PASSWORD_DAYS: number(365),
  RESET_MINUTES: number(30, 1),
  RESET_UNLOCKS: yesNo("yes"),
  SECOND_FACTOR: z.preprocess(
    (v) => (v === "" ? undefined : v),
    z.enum(["off", "privileged", "approvers", "all"]).optional(),
  ),
  UK_ONLY: z.preprocess((v) => (v === "" ? undefined : v), z.enum(["off", "report", "enforce"]).default("off")),
  COUNTRY_HEADER: optional,
  UK_ONLY_ALSO: text(""),
  TRUSTED_PROXIES: number(0),
  REMINDER_DAYS: z.preprocess(
    (v) => (v === "" ? undefined : v),
    z
      .string()
      .regex(/^\d+(,\d+)*$/, "must be days before the close, such as 3,1")
      .default("3,1"),
  ),
  UNCHANGED_BY_MAIL: yesNo("yes"),
  NEW_LOCATION_DUE: z.preprocess(
    (v) => (v === "" ? undefined : v),
    z
      .string()
      .regex(/^(first-full-window|\d+)$/, "must be first-full-window or a number of days")
      .default("first-full-window"),
  ),
  SMALL_NUMBER: number(5, 1),
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
 * The service's settings, from the environment.
 * Refuses a missing or malformed one with a sentence naming it; a set clock and kept mail are a demo's alone.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const read = settings.safeParse(source);
  if (!read.success) {
    const sentences = read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new Error(`The service cannot start: ${sentences.join(" ")} See .env.example.`);
  }
  if (read.data.SERVICE_MODE === "live" && read.data.DEMO_CLOCK)
    throw new Error(
      "The service cannot start: DEMO_CLOCK may only be set when SERVICE_MODE is demo. See .env.example.",
    );
  if (read.data.MAIL_TRANSPORT === "smtp" && !read.data.SMTP_URL)
    throw new Error("The service cannot start: SMTP_URL must be set when MAIL_TRANSPORT is smtp. See .env.example.");
  if (read.data.MAIL_TRANSPORT === "resend" && !read.data.RESEND_API_KEY)
    throw new Error(
      "The service cannot start: RESEND_API_KEY must be set when MAIL_TRANSPORT is resend. See .env.example.",
    );
  return read.data;
}

let known: Env | undefined;

/** The settings of this process, read once. */
export const env = (): Env => (known ??= readEnv(process.env));

/** For tests that change a setting: read again at the next call. */
export const forgetEnv = (): void => void (known = undefined);
