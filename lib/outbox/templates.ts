import { z } from "zod";
import { formatCount, formatDate, formatDayAndMonth, formatList, formatMonth, lotInWords } from "@/lib/format";
import { address, closed, count, day, due, found, id, instant, month, name, names, path, words } from "./facts";

/**
 * Every message that the service sends: the facts its row holds, and its subject, which says who and what. How each
 * looks is in `emails/`. A secret (one-use password, link) is no fact: it is worked out when the message is sent.
 */
export const templates = {
  /** To someone who registered: what happens next. */
  "registration-received": template(
    { name, reference: name, places: names, decidedBy: z.enum(["approver", "support", "both"]), hours: count },
    ({ reference }, service) => `We have your registration for ${service} (${reference})`,
  ),
  /** To someone registering without JavaScript: the code that shows the address is theirs. `draftId` names the draft. */
  "registration-code": template(
    { draftId: z.string().max(100) },
    (_, service) => `Your code to register for ${service}`,
  ),
  /** To someone who tried to register an address that has an account. */
  "already-registered": template({}, (_, service) => `You already have an account with ${service}`),
  /** To each approver who may decide, or to support. */
  "registration-waiting": template(
    { name, email: address, jobTitle: name, places: names, approver: z.boolean(), path },
    ({ name, places }) => `${name} asks for access to ${some(places)}`,
  ),
  /** To someone whose registration was approved: their login details, with the one-use password of the account. */
  "registration-approved": template(
    {
      accountId: id,
      name,
      email: address,
      places: names,
      until: instant,
      refused: names.optional(),
      reason: words.optional(),
    },
    ({ places }, service) => `Your ${service} login details for ${some(places)}`,
  ),
  /** To someone who did not register: support made an account for them, or for the desk they share, and why. */
  "account-made": template(
    {
      accountId: id,
      name,
      email: address,
      places: names,
      why: z.enum(["registered manager", "shared", "support team"]),
      until: instant,
    },
    ({ places, why }, service) =>
      why === "support team"
        ? `Your ${service} login details for the support team`
        : `${why === "shared" ? "A shared account" : "An account"} was made for you on ${service}: ${some(places)}`,
  ),
  "registration-rejected": template(
    { name, places: names, reason: words },
    ({ places }, service) => `Your registration for ${service} was not approved: ${some(places)}`,
  ),
  "credentials-sent-again": template(
    { accountId: id, name, email: address, until: instant },
    ({ name }, service) => `${name}: your new ${service} login details`,
  ),
  "password-reset": template(
    { resetLinkId: id, name, expiresAt: instant },
    ({ name }, service) => `${name}: choose a new ${service} password`,
  ),
  "account-locked": template(
    { name, at: instant, until: instant, resetUnlocks: z.boolean().optional() },
    ({ name }, service) => `${name}: your ${service} account is locked`,
  ),
  /** `keptAddress` is that of the other account of the same person, with which they go on. */
  "account-deactivated": template(
    { name, reason: words, keptAddress: address.optional() },
    ({ name }, service) => `${name}: your ${service} account is closed`,
  ),
  "password-changed": template(
    { name, at: instant },
    ({ name }, service) => `${name}: your ${service} password was changed`,
  ),
  "second-factor-reset": template(
    { name, at: instant },
    ({ name }, service) => `${name}: your second factor for ${service} was reset`,
  ),
  /** To the new address, with the link that confirms it. */
  "email-change-confirm": template(
    { emailChangeId: id, name, expiresAt: instant },
    ({ name }, service) => `${name}: confirm your new email address for ${service}`,
  ),
  /** To the old address. */
  "email-change-notice": template(
    { name, newAddress: address, at: instant },
    ({ name }, service) => `${name}: your ${service} email address is being changed`,
  ),
  "password-expiring": template(
    { name, expiresOn: day, days: count },
    ({ name, days }, service) => `${name}: your ${service} password expires in ${formatCount("day", days)}`,
  ),
  /** To each approver of a place that someone with an account asks for. */
  "access-requested": template(
    { name, email: address, jobTitle: name, places: names, approver: z.boolean(), path },
    ({ name, places }) => `${name} asks for more access: ${some(places)}`,
  ),
  "access-granted": template(
    {
      name,
      places: names,
      level: z.enum(["standard", "approver"]),
      lastDay: day.optional(),
      refused: names.optional(),
      reason: words.optional(),
    },
    ({ name, places }) => `${name}: you now have access to ${some(places)}`,
  ),
  /** To someone whose access was given a last day, a different one, or no longer has one. */
  "last-day-set": template({ name, places: names, lastDay: day.optional() }, ({ name, places, lastDay }) =>
    lastDay === undefined
      ? `${name}: your access to ${some(places)} no longer has a last day`
      : `${name}: the last day of your access to ${some(places)} is ${formatDate(lastDay)}`,
  ),
  "access-refused": template(
    { name, places: names, reason: words },
    ({ name, places }) => `${name}: your request for access was not approved: ${some(places)}`,
  ),
  "access-ended": template(
    { name, places: names, endedOn: day, reason: words.optional() },
    ({ name, places }) => `${name}: your access to ${some(places)} has ended`,
  ),
  /** To the people of locations that a register says have closed. */
  "location-closed": template(
    { name, places: z.array(closed) },
    ({ places }) => `${some(places.map((place) => place.name))}: closed, no more returns are needed`,
  ),
  /** To support, from an approver: someone has left whom only support can take out. */
  "closing-wanted": template(
    { name, email: address, person: name, personEmail: address, places: names, reason: words, path },
    ({ name, person }) => `${name} asks to close the account of ${person}`,
  ),
  /** To the approver who asked for it: what support did. */
  "closing-answered": template(
    { name, person: name, answer: words },
    ({ name, person }) => `${name}: about the account of ${person}`,
  ),
  /** To someone who asked to search for free beds: what support decided. */
  "finding-answered": template({ name, allowed: z.boolean(), answer: words.optional() }, ({ name, allowed }) =>
    allowed ? `${name}: you can now search for free beds` : `${name}: about searching for free beds`,
  ),
  /** To the support team: a new member is proposed, and a second person must confirm. */
  "support-proposed": template(
    { name, person: name, personEmail: address, reason: words, path },
    ({ name, person }) => `${name} proposes ${person} for the support team`,
  ),
  /** To support: an account that was refused many times within a minute, and the last thing that it asked for. */
  "refused-often": template(
    { name, email: address, times: count, at: instant, last: words, from: name, path },
    ({ name, times }) => `${name} was refused ${times} times in one minute`,
  ),
  /** To support: registrations that have waited longer than they should. */
  "registrations-overdue": template(
    { waiting: count, oldest: instant, hours: count, path },
    ({ waiting, hours }) => `${formatCount("registration", waiting)} waiting longer than ${formatCount("hour", hours)}`,
  ),
  /** The three about the window go to a location's users and to its manager contact, one a person. */
  "window-opens": template(
    {
      name: name.optional(),
      month,
      lastDay: day,
      because: words.optional(),
      due: z.array(due.extend({ returnLinkId: id.optional() })),
      account: z.boolean(),
    },
    ({ month, lastDay, due }) =>
      `${places(due)}: file your ${formatMonth(month)} return by ${formatDayAndMonth(lastDay)}`,
  ),
  /**
   * `returnLinkId` names this person's one-press link; a manager contact without an account has none. `askedBy` is the
   * organisation that pressed for it, where someone did.
   */
  "return-reminder": template(
    {
      name: name.optional(),
      askedBy: name.optional(),
      month,
      lastDay: day,
      days: count,
      due: z.array(due.extend({ returnLinkId: id.optional() })),
      account: z.boolean(),
    },
    ({ month, days, due }) =>
      `${places(due)}: your ${formatMonth(month)} return is due ${days === 0 ? "today" : `in ${formatCount("day", days)}`}`,
  ),
  "window-missed": template(
    { name: name.optional(), month, lastDay: day, due: z.array(due), account: z.boolean() },
    ({ month, due }) => `${places(due)}: no ${formatMonth(month)} return was filed in time`,
  ),
  receipt: template(
    {
      name,
      location: name,
      collection: name,
      month,
      reference: name,
      checkCode: name,
      submittedAt: instant,
      late: z.boolean(),
      onBehalfOf: name.optional(),
      how: words,
      path,
    },
    ({ location, month, reference }) => `Receipt for ${location}, ${formatMonth(month)} (${reference})`,
  ),
  /** To the people of a home: someone rang about a vacancy and found it taken. `bedLinkId` names this person's link. */
  "beds-doubted": template(
    { name, location: name, organisation: name, bedType: name.optional(), bedLinkId: id },
    ({ location }) => `${location}: are your beds still free?`,
  ),
  /** To the people of a home: someone is being placed there, and the vacancy is theirs to lower. */
  "bed-placed": template(
    { name, location: name, organisation: name, bedType: name.optional(), bedLinkId: id },
    ({ location }) => `${location}: do you have one fewer free bed?`,
  ),
  /** To someone who looks for a place: the places they set aside. */
  shortlist: template(
    { name, places: z.array(found), at: instant },
    ({ places }) => `Your shortlist: ${some(places.map((place) => place.name))}`,
  ),
  /** To someone who saved a report to be emailed: a link to it, and no figure. */
  /** To someone whose workbook took long to read: it can be reviewed, or why nothing in it can be filed. */
  "workbook-ready": template(
    {
      name,
      file: name,
      sentAt: instant,
      toFile: count,
      surveys: count.optional(),
      problems: count,
      refusal: words.optional(),
      path,
    },
    ({ file, refusal }) => (refusal === undefined ? `Ready to review: ${file}` : `Nothing was filed: ${file}`),
  ),
  /** To someone who filed a workbook: one email for all its returns, each of which has its own receipt. */
  "workbook-filed": template(
    {
      name,
      file: name,
      returns: count,
      surveys: count.optional(),
      reference: name,
      filedAt: instant,
      onBehalfOf: name.optional(),
      path,
    },
    ({ returns, surveys, reference }) => `We have your ${lotInWords(returns, surveys)} (${reference})`,
  ),
  "report-ready": template(
    { name, report: name, label: name, at: instant, path },
    ({ label }) => `Your report is ready: ${label}`,
  ),
  /**
   * To the holder of a key: we no longer send to its webhook, and what went wrong last. Without `path` it is support that
   * can resume it.
   */
  "webhook-paused": template(
    {
      name,
      system: name,
      because: z.enum(["failing", "gone"]),
      days: count,
      wrong: words,
      path: path.optional(),
    },
    ({ system }) => `We have stopped sending updates to ${system}`,
  ),
  /** To the people of locations that have not answered a survey, one a person; a manager contact has no account. */
  "survey-reminder": template(
    { name: name.optional(), survey: name, lastDay: day.optional(), locations: names, path, account: z.boolean() },
    ({ survey, lastDay, locations }) =>
      `${some(locations)}: please answer “${survey}”${lastDay === undefined ? "" : ` by ${formatDayAndMonth(lastDay)}`}`,
  ),
  /** To someone who agreed to be sent news: what it is about, and where to read it. */
  "news-published": template(
    { name, kind: z.enum(["whats_new", "bulletin"]), title: name, summary: words, path },
    ({ kind, title }, service) => `${kind === "whats_new" ? `What’s new in ${service}` : "Bulletin"}: ${title}`,
  ),
  /** To someone with a saved search: places that have something free and had not before. */
  "new-vacancies": template(
    { name, search: name, savedSearchId: id, more: count, places: z.array(found) },
    ({ search, places, more }) => `${formatCount("new vacancy", places.length + more, "new vacancies")}: ${search}`,
  ),
} as const;

export type TemplateName = keyof typeof templates;

/** The facts as the caller gives them: a moment may be a Date. */
export type EmailFacts<T extends TemplateName> = z.input<(typeof templates)[T]["facts"]>;

/** The facts as the row holds them and the template shows them. */
export type Props<T extends TemplateName> = z.output<(typeof templates)[T]["facts"]>;

export const isTemplate = (text: string): text is TemplateName => Object.hasOwn(templates, text);

/** Checks and cleans the facts of a message. Throws if one is missing, malformed or not of this template. */
export const readProps = <T extends TemplateName>(template: T, facts: unknown): Props<T> =>
  templates[template].facts.parse(facts) as Props<T>;

/** The subject of a message: one line. */
export const subjectOf = <T extends TemplateName>(template: T, props: Props<T>, service: string): string =>
  (templates[template].subject as (props: Props<T>, service: string) => string)(props, service);

function template<S extends z.ZodRawShape>(
  shape: S,
  subject: (props: z.output<z.ZodObject<S, z.core.$strict>>, service: string) => string,
) {
  return { facts: z.strictObject(shape), subject };
}

const some = (all: readonly string[]): string =>
  all.length <= 2 ? formatList(all) : `${all[0]} and ${formatCount("other", all.length - 1)}`;

const places = (due: readonly { location: string }[]): string =>
  some([...new Set(due.map(({ location }) => location))]);
