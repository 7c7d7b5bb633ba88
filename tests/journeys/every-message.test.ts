import { askEmailChange } from "@/lib/accounts/ask-email-change";
import { changePassword } from "@/lib/accounts/change-password";
import { hashPassword } from "@/lib/accounts/password-hash";
import { requestReset } from "@/lib/accounts/request-reset";
import { signIn } from "@/lib/accounts/sign-in";
import { mailReports } from "@/lib/jobs/mail-reports";
import { saveReport } from "@/lib/reports/library/save-report";
import { mailSavedSearches } from "@/lib/capacity/mail-saved-searches";
import { recordCall } from "@/lib/capacity/record-call";
import { saveSearch } from "@/lib/capacity/save-search";
import { mailShortlist, setShortlisted } from "@/lib/capacity/shortlist";
import { db, disconnect, system, transact } from "@/lib/db";
import { keptEmail } from "@/lib/email/queries";
import { templates, type TemplateName } from "@/lib/outbox/templates";
import { announceWindow } from "@/lib/jobs/announce-window";
import { endExpiredAccess } from "@/lib/jobs/end-expired-access";
import { remindOfPasswords } from "@/lib/jobs/remind-of-passwords";
import { remindOfReturns } from "@/lib/jobs/remind-of-returns";
import { reportMissedWindows } from "@/lib/jobs/report-missed-windows";
import { reportWaitingRegistrations } from "@/lib/jobs/report-waiting-registrations";
import { runSurveys } from "@/lib/jobs/run-surveys";
import { mailNews } from "@/lib/news/mail-news";
import { publishNews } from "@/lib/news/support/publish-news";
import { saveNews } from "@/lib/news/support/save-news";
import { londonInstant } from "@/lib/london";
import { askToClose } from "@/lib/people/ask-to-close";
import { closingRequestsAbout } from "@/lib/people/closing-requests";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { sendLoginDetails } from "@/lib/people/send-login-details";
import { setLastDay } from "@/lib/people/set-last-day";
import { askToFind } from "@/lib/people/ask-to-find";
import { answerFindingRequest } from "@/lib/people/support/answer-finding-request";
import { answerClosingRequest } from "@/lib/people/support/answer-closing-request";
import { makeSharedAccount } from "@/lib/people/support/make-shared-account";
import { proposeSupport } from "@/lib/people/support/propose-support";
import { resetSecondFactor } from "@/lib/people/support/reset-second-factor";
import { decideRequest } from "@/lib/registrations/decide-request";
import { keepDraft } from "@/lib/registrations/keep-draft";
import { requestAccess } from "@/lib/registrations/request-access";
import { sendCode } from "@/lib/registrations/send-code";
import { endReadingWorkbooks } from "@/lib/sheets/sent/sent-workbook";
import { acceptWorkbook } from "@/lib/workbook/accept-workbook";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { workbookTemplate } from "@/lib/workbook/template";
import { changed } from "@/tests/support/changed-workbook";
import { sendWorkbook } from "@/tests/support/workbooks";
import { remindOfSurvey } from "@/lib/surveys/support/close-survey";
import { submitReturn } from "@/lib/returns/submit-return";
import { tellOfRefusals } from "@/lib/web/tell-of-refusals";
import { webhookOf } from "@/tests/support/webhooks";
import { deliverWebhook } from "@/lib/api/webhooks/deliver-webhook";
import { sendTest } from "@/lib/api/webhooks/send-again";
import { cast, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { newsTyped } from "@/tests/support/news";
import { openRecords } from "@/tests/support/open-records";
import { details, forgetMails, register } from "@/tests/support/registering";
import { directoryCsv, home, imported } from "@/tests/support/registers";
import { filingOf } from "@/tests/support/returns";
import { placeOnMap, state } from "@/tests/support/stating";
import { surveyOut } from "@/tests/support/surveys";

const password = "otter lantern gravel";
const day = 24 * 60 * 60_000;
const later = (days: number) => new Date(now.getTime() + days * day);
const support = "support@tracker.example";
let world: Cast;

beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  const passwordHash = await hashPassword(password);
  await transact(system("test"), "a password", (tx) =>
    tx.account.updateMany({
      where: { id: { in: [world.users.amina.id, world.users.ben.id] } },
      data: { passwordHash, passwordSetAt: later(-30) },
    }),
  );
});
afterAll(async () => {
  await endReadingWorkbooks();
  await disconnect();
});

const newcomer = () => register({ locationIds: [world.at.rosewood] }, now);
const asksForMore = async () => {
  await requestAccess(world.users.dan, [{ locationId: world.at.willowbank }], "standard", now);
  return (await db.accessRequest.findFirstOrThrow({ where: { accountId: world.users.dan.id } })).id;
};
const approverWhoLeaves = async () => {
  const data = { accountId: world.users.carla.id, locationId: world.at.rosewood, level: "approver", grantedAt: now };
  await transact(system("test"), "let in", (tx) => tx.access.create({ data: data as never }));
  await askToClose(world.users.ben, world.users.carla.id, { reason: "She has left." }, now);
};
const anotherAddress = () => askEmailChange(world.users.amina, { email: "amina@new.example", password }, now);

/** A hospital rings about a free bed of Rosewood and tells what came of it. */
const rings = async (result: "taken" | "placed") => {
  const looked = await state(world.users.amina, world.at.rosewood, { at: now, free: { GEN_RES: 1 } });
  const call = { locationId: world.at.rosewood, looked, bedType: "GEN_RES", result, because: "" };
  return recordCall(world.users.harun, call, now);
};

/** Amina sends her workbook with a nil return, and it is read at once or, where the worker stood still, later. */
async function sendsWorkbook(read: Date): Promise<number> {
  const { bytes } = await workbookTemplate(world.users.amina, now);
  const on = (heading: string, to: string) => ({ sheet: "Care home", row: ["Rosewood"], heading, to });
  const nil = [on("Action", "nil"), on("Reason for nil return", "The service is closing")];
  return sendWorkbook(world.users.amina, await changed(bytes, nil), now, { read });
}

/** What people and the clock do, and to whom it is written: one line a message. */
const acts: Record<TemplateName, [act: () => Promise<unknown>, to: string]> = {
  "registration-received": [newcomer, details.email ?? ""],
  "registration-waiting": [newcomer, "ben@cast.example"],
  "registration-approved": [
    async () => decideRequest(world.users.ben, (await newcomer()).request, "approved", { level: "standard" }, now),
    details.email ?? "",
  ],
  "account-made": [
    () =>
      makeSharedAccount(
        world.users.sam,
        {
          fullName: "Rosewood day desk",
          email: "desk@rosewood.example",
          telephone: "01632 960 003",
          kind: "care_home",
          targets: [`location:${world.at.rosewood}`],
          reason: "Asked for by its manager.",
        },
        now,
      ),
    "desk@rosewood.example",
  ],
  "registration-rejected": [
    async () =>
      decideRequest(world.users.ben, (await newcomer()).request, "rejected", { reason: "Not known here." }, now),
    details.email ?? "",
  ],
  "registrations-overdue": [() => newcomer().then(() => reportWaitingRegistrations(later(3))), support],
  "refused-often": [
    () => tellOfRefusals({ user: world.users.amina, verb: "see", target: "/admin", address: null, times: 30 }, now),
    support,
  ],
  "registration-code": [
    async () => sendCode(await keepDraft(null, details, now), { ...details, email: "nadia@rosewood.example" }, now),
    "nadia@rosewood.example",
  ],
  "already-registered": [
    async () => sendCode(await keepDraft(null, details, now), { ...details, email: "amina@cast.example" }, now),
    "amina@cast.example",
  ],
  "access-requested": [asksForMore, "carla@cast.example"],
  "access-granted": [
    async () => decideRequest(world.users.carla, await asksForMore(), "approved", { level: "standard" }, now),
    "dan@cast.example",
  ],
  "access-refused": [
    async () => decideRequest(world.users.carla, await asksForMore(), "rejected", { reason: "Not known here." }, now),
    "dan@cast.example",
  ],
  "access-ended": [
    async () => {
      const where = { accountId: world.users.amina.id };
      await transact(system("test"), "for a day", (tx) => tx.access.updateMany({ where, data: { endsAt: later(1) } }));
      return endExpiredAccess(later(1));
    },
    "amina@cast.example",
  ],
  "location-closed": [
    async () => {
      const data = { register: "cqc", registerId: "1-101" } as const;
      const where = { id: world.at.rosewood };
      await transact(system("test"), "in CQC's register", (tx) => tx.location.update({ where, data }));
      return imported("cqc", await directoryCsv("without.csv", { lines: [home("1-102")] }), { full: true });
    },
    "amina@cast.example",
  ],
  "last-day-set": [
    async () => {
      const { id } = await db.access.findFirstOrThrow({ where: { accountId: world.users.amina.id } });
      return setLastDay(world.users.ben, id, { endsAt: later(30), last: false }, now);
    },
    "amina@cast.example",
  ],
  "credentials-sent-again": [() => sendLoginDetails(world.users.ben, world.users.amina.id, now), "amina@cast.example"],
  "second-factor-reset": [
    async () => {
      await openRecords(world, "sam");
      const where = { id: world.users.amina.id };
      const data = { totpSecret: "kept", totpConfirmedAt: now };
      await transact(system("test"), "a second factor", (tx) => tx.account.update({ where, data }));
      return resetSecondFactor(world.users.sam, where.id, { reason: "Lost her phone: rang her back." }, now);
    },
    "amina@cast.example",
  ],
  "password-reset": [() => requestReset("amina@cast.example", now), "amina@cast.example"],
  "password-changed": [
    () =>
      changePassword(
        world.users.amina,
        { password, newPassword: "velvet harbour pigeon", newPasswordAgain: "velvet harbour pigeon" },
        now,
      ),
    "amina@cast.example",
  ],
  "password-expiring": [() => remindOfPasswords(later(330)), "amina@cast.example"],
  "account-locked": [
    async () => {
      const wrong = { email: "amina@cast.example", password: "wrong", remember: false, address: null, browser: null };
      for (let i = 0; i < 5; i++) await signIn(wrong, now);
    },
    "amina@cast.example",
  ],
  "account-deactivated": [
    () => deactivatePerson(world.users.ben, world.users.amina.id, { reason: "Left." }, now),
    "amina@cast.example",
  ],
  "closing-wanted": [approverWhoLeaves, support],
  "closing-answered": [
    async () => {
      await approverWhoLeaves();
      await openRecords(world, "sam", now);
      const [asked] = await closingRequestsAbout(world.users.sam, world.users.carla.id);
      const answer = { request: asked?.id ?? 0, answer: "She still runs it: we rang." };
      return answerClosingRequest(world.users.sam, world.users.carla.id, answer, now);
    },
    "ben@cast.example",
  ],
  "finding-answered": [
    async () => {
      await askToFind(world.users.amina, { reason: "We help people to move on." }, now);
      await openRecords(world, "sam", now);
      return answerFindingRequest(world.users.sam, world.users.amina.id, { decision: "yes", answer: "" }, now);
    },
    "amina@cast.example",
  ],
  "support-proposed": [
    () =>
      proposeSupport(
        world.users.sam,
        {
          email: "tess@tracker.example",
          fullName: "Tess Tester",
          telephone: "01632 960 002",
          jobTitle: "Support",
          reason: "Joins in May.",
        },
        now,
      ),
    "sue@cast.example",
  ],
  "email-change-confirm": [anotherAddress, "amina@new.example"],
  "email-change-notice": [anotherAddress, "amina@cast.example"],
  "window-opens": [() => announceWindow(londonInstant("2026-11-08", "08:30")), "amina@cast.example"],
  "return-reminder": [() => remindOfReturns(londonInstant("2026-11-13", "08:30")), "amina@cast.example"],
  "window-missed": [() => reportMissedWindows(londonInstant("2026-11-17", "09:30")), "amina@cast.example"],
  "beds-doubted": [() => rings("taken"), "amina@cast.example"],
  "bed-placed": [() => rings("placed"), "amina@cast.example"],
  shortlist: [
    async () => {
      await setShortlisted(world.users.harun, world.at.rosewood, true, now);
      return mailShortlist(world.users.harun, now);
    },
    "harun@cast.example",
  ],
  "new-vacancies": [
    async () => {
      await saveSearch(world.users.harun, "near=Oldham&least=1", "A bed in Oldham", now);
      await state(world.users.amina, world.at.rosewood, { at: now, free: { GEN_RES: 1 } });
      await placeOnMap({ [world.at.rosewood]: [53.545, -2.115] });
      return mailSavedSearches(now);
    },
    "harun@cast.example",
  ],
  "news-published": [
    async () => {
      const agrees = { where: { id: world.users.amina.id }, data: { communications: true } };
      await transact(system("test"), "agreed to news", (tx) => tx.account.update(agrees));
      const saved = await saveNews(world.users.sam, null, newsTyped({ byEmail: true }), now);
      await publishNews(world.users.sam, saved.ok ? saved.value.id : 0, now);
      return mailNews(now);
    },
    "amina@cast.example",
  ],
  "survey-reminder": [
    async () => {
      const id = await surveyOut(world.users.sam, {}, now);
      await remindOfSurvey(world.users.sam, id, now);
      return runSurveys(now);
    },
    "amina@cast.example",
  ],
  "webhook-paused": [
    async () => {
      await webhookOf(world.users.ben, world.at.rosewood, now);
      await sendTest(world.users.ben, (await db.webhook.findFirstOrThrow()).id, now);
      const { id } = await db.webhookDelivery.findFirstOrThrow();
      return deliverWebhook(id, now, () => Promise.resolve(410));
    },
    "ben@cast.example",
  ],
  "workbook-ready": [() => sendsWorkbook(later(1)), "amina@cast.example"],
  "workbook-filed": [
    async () => {
      const id = await sendsWorkbook(now);
      await acceptWorkbook(world.users.amina, id, {}, now);
      return runWorkbook(id, now);
    },
    "amina@cast.example",
  ],
  "report-ready": [
    async () => {
      const saved = {
        report: "update-monthly-status",
        label: "Oldham",
        query: "figures=numbers",
        every: "day",
        hour: "8",
      };
      await saveReport(world.users.olive, saved, londonInstant("2026-11-09", "09:00"));
      return mailReports(londonInstant("2026-11-10", "08:30"));
    },
    "olive@cast.example",
  ],
  receipt: [() => submitReturn(world.users.amina, filingOf(world.at.rosewood), now), "amina@cast.example"],
};

test("every message has someone whose action sends it", () => {
  expect(Object.keys(acts).sort()).toEqual(Object.keys(templates).sort());
});

test.each(Object.keys(acts) as TemplateName[])("%s is written, once to each, and can be read", async (template) => {
  await forgetMails();
  const [act, to] = acts[template];
  await act();
  const written = await db.email.findMany({ where: { template } });
  const addresses = written.map((email) => email.to);
  expect(addresses).toContain(to);
  expect(addresses).toHaveLength(new Set(addresses).size);
  for (const { id } of written) expect((await keptEmail(id, now))?.drawn?.text.length).toBeGreaterThan(100);
});
