import { db, disconnect } from "@/lib/db";
import { Forbidden } from "@/lib/access/policy";
import { keptEmail } from "@/lib/email/queries";
import { ownAccess, ownRequest } from "@/lib/people/own-access";
import { supportGivesAccess } from "@/lib/people/support/support-gives-access";
import { completeRegistration } from "@/lib/registrations/complete-registration";
import { decideRequest } from "@/lib/registrations/decide-request";
import { keepDraft } from "@/lib/registrations/keep-draft";
import { registrationAt, registrationSecret } from "@/lib/registrations/registration-link";
import { requestAccess } from "@/lib/registrations/request-access";
import { withdrawRegistration } from "@/lib/registrations/withdraw-registration";
import { withdrawRequest } from "@/lib/registrations/withdraw-request";
import { cast, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";
import { details, forgetMails, mails, register } from "@/tests/support/registering";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const registrations = () => db.registration.count();
const requestsOf = async () =>
  (await db.accessRequest.findMany({ include: { location: true }, orderBy: { id: "asc" } })).map(
    ({ location, level, decision }) => `${location?.name ?? ""} ${level} ${decision ?? "waits"}`,
  );

test("registering twice for the same access makes one registration and one request, and we tell the applicant again", async () => {
  const first = await register({ locationIds: [world.at.rosewood] }, now);
  await forgetMails();
  const second = await register({ locationIds: [world.at.rosewood], email: "NADIA@rosewood.example" }, now);
  expect([second.id, second.again, await registrations()]).toEqual([first.id, true, 1]);
  expect(await requestsOf()).toEqual(["Rosewood standard waits"]);
  expect(await mails()).toEqual(["registration-received → nadia@rosewood.example"]);
});

test("anything new is added to the waiting registration, and only the people who decide the new part are asked", async () => {
  await register({ locationIds: [world.at.rosewood] }, now);
  await forgetMails();
  await register({ locationIds: [world.at.rosewood, world.at.willowbank], level: "approver" }, now);
  expect(await registrations()).toBe(1);
  expect(await requestsOf()).toEqual(["Rosewood approver waits", "Willowbank approver waits"]);
  expect(await mails()).toEqual([
    "registration-received → nadia@rosewood.example",
    "registration-waiting → carla@cast.example",
  ]);
});

test("two registrations at the same moment make one", async () => {
  const answered = { ...details, locationIds: [world.at.rosewood] };
  const drafts = await Promise.all([1, 2, 3].map(() => keepDraft(null, answered, now)));
  const agreed = { terms: true, communications: false };
  await Promise.all(drafts.map((draft) => completeRegistration(draft, agreed, now)));
  expect([await registrations(), await requestsOf()]).toEqual([1, ["Rosewood standard waits"]]);
});

test("access that was decided or withdrawn may be requested again, and another kind of work is another registration", async () => {
  const { request } = await register({ locationIds: [world.at.rosewood] }, now);
  await decideRequest(world.users.ben, request, "rejected", { reason: "Not known here." }, now);
  await register({ locationIds: [world.at.rosewood] }, now);
  expect(await requestsOf()).toEqual(["Rosewood standard rejected", "Rosewood standard waits"]);
  await register({ kind: "home_care", locationIds: [world.at.hawthorn] }, now);
  expect(await registrations()).toBe(3);
});

test("the emailed link shows the progress of a registration and withdraws what is chosen, and no other link does", async () => {
  const { reference, requests } = await register({ locationIds: [world.at.rosewood, world.at.willowbank] }, now);
  const mail = await db.email.findFirstOrThrow({ where: { template: "registration-received" } });
  const link = /register\/waiting\/(\S+)/.exec((await keptEmail(mail.id, now))?.drawn?.text ?? "")?.[1] ?? "";
  expect(link).toBe(registrationSecret(reference));
  expect((await registrationAt(link, now))?.requests).toMatchObject([
    { place: "Rosewood", approvers: 1, decision: null },
    { place: "Willowbank", approvers: 1, decision: null },
  ]);
  for (const other of [`${reference}.x`, reference, "", registrationSecret("REG-NONE")])
    expect(await registrationAt(other, now)).toBeNull();
  expect(await withdrawRegistration(`${reference}.x`, "all", now)).toMatchObject({ ok: false });
  expect(await withdrawRegistration(link, [], now)).toMatchObject({ problems: [{ field: "request" }] });
  const [rosewood] = requests.filter(({ locationId }) => locationId === world.at.rosewood);
  expect(await withdrawRegistration(link, [rosewood?.id ?? 0], now)).toMatchObject({ ok: true });
  expect(await requestsOf()).toEqual(["Rosewood standard withdrawn", "Willowbank standard waits"]);
  expect(await withdrawRegistration(link, [rosewood?.id ?? 0], now)).toMatchObject({ ok: false });
  expect(await decideRequest(world.users.ben, rosewood?.id ?? 0, "approved", {}, now)).toMatchObject({
    problems: [{ code: "decided" }],
  });
});

test("one registration's link cannot withdraw any part of another", async () => {
  const { reference } = await register({ locationIds: [world.at.rosewood] }, now);
  const other = await register({ email: "other@rosewood.example", locationIds: [world.at.rosewood] }, now);
  expect(await withdrawRegistration(registrationSecret(reference), [other.request], now)).toMatchObject({ ok: false });
  expect(await requestsOf()).toEqual(["Rosewood standard waits", "Rosewood standard waits"]);
});

test("someone with an account sees the progress of their request and withdraws it; no one else can", async () => {
  await requestAccess(world.users.amina, [{ locationId: world.at.willowbank }], "standard", now);
  const [waiting] = (await ownAccess(world.users.amina, now)).waiting;
  const id = waiting?.id ?? 0;
  expect(await ownRequest(world.users.amina, id, now)).toMatchObject({ place: "Willowbank", approvers: 1 });
  expect(await ownRequest(world.users.dan, id, now)).toBeNull();
  await expect(withdrawRequest(world.users.dan, id, now)).rejects.toThrow(Forbidden);
  expect(await withdrawRequest(world.users.amina, id, now)).toMatchObject({ ok: true });
  expect(await withdrawRequest(world.users.amina, id, now)).toMatchObject({ ok: false });
  expect(await requestsOf()).toEqual(["Willowbank standard withdrawn"]);
  expect((await ownAccess(world.users.amina, now)).waiting).toEqual([]);
});

test("when support gives someone what they asked for, that decides their request", async () => {
  await requestAccess(world.users.amina, [{ locationId: world.at.willowbank }], "standard", now);
  await openRecords(world, "sam");
  const giving = { targets: [`location:${world.at.willowbank}` as const], level: "standard" as const };
  const outcome = await supportGivesAccess(
    world.users.sam,
    world.users.amina.id,
    { ...giving, instead: false, endsAt: null, reason: "Rang about it." },
    now,
  );
  expect([outcome.ok, await requestsOf()]).toEqual([true, ["Willowbank standard approved"]]);
});
