import { Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { openSession } from "@/lib/accounts/open-session";
import { sessionUser } from "@/lib/accounts/session-user";
import { signIn } from "@/lib/accounts/sign-in";
import { db, disconnect, system, transact } from "@/lib/db";
import type { Outcome } from "@/lib/outcome";
import { askToClose } from "@/lib/people/ask-to-close";
import { changeLevel } from "@/lib/people/change-level";
import { thinPlaces } from "@/lib/people/cover";
import { closingRequestsAbout, closingRequestsWaiting } from "@/lib/people/closing-requests";
import { deactivatePerson } from "@/lib/people/deactivate-person";
import { leavePlace, removeFromPlace } from "@/lib/people/end-access";
import { peopleHistory } from "@/lib/people/history";
import { person } from "@/lib/people/person";
import { people } from "@/lib/people/queries";
import { sendLoginDetails } from "@/lib/people/send-login-details";
import { answerClosingRequest } from "@/lib/people/support/answer-closing-request";
import { unlockPerson } from "@/lib/people/unlock-person";
import { cast, inWindow as now, longAgo, type Cast, type PersonName, type PlaceName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";
import { attempt, choseLong } from "@/tests/database/accounts/people";

jest.setTimeout(30_000);
let world: Cast;
let users: Cast["users"];
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  users = world.users;
  await openRecords(world, "sam");
});
afterAll(disconnect);

const why = { reason: "She left in October.", last: false };
const list = async (user: User, filters: Parameters<typeof people>[1] = {}) =>
  (await people(user, filters, { page: 1, size: 100 }, now)).rows.map(({ name }) => name);
const accessOf = (name: PersonName, place: PlaceName) =>
  db.access.findFirstOrThrow({ where: { accountId: users[name].id, locationId: world.at[place], endedAt: null } });
const letIn = (name: PersonName, place: PlaceName, level: "standard" | "approver" = "standard") =>
  transact(system("test"), "let in", (tx) =>
    tx.access.create({ data: { accountId: users[name].id, locationId: world.at[place], level, grantedAt: longAgo } }),
  );
const signedIn = (name: PersonName) =>
  transact(system("test"), "signed in", (tx) =>
    openSession(tx, { holder: users[name], purpose: "full", remembered: false, passwordAt: now }, now),
  );
const mailsTo = async (name: PersonName) =>
  (await db.email.findMany({ where: { to: users[name].email }, orderBy: { queuedAt: "asc" } })).map(
    ({ template }) => template,
  );
const words = (outcome: Outcome<unknown>) =>
  outcome.ok ? "done" : outcome.problems.map(({ message }) => message).join();
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(words(outcome));
  return outcome.value;
};

test("an approver closes the account of a Standard user, who is refused on the very next request and is told", async () => {
  const token = await signedIn("amina");
  expect(await sessionUser(token, now)).not.toBeNull();
  value(await deactivatePerson(users.ben, users.amina.id, why, now));
  expect(await sessionUser(token, now)).toBeNull();
  expect(await mailsTo("amina")).toEqual(["account-deactivated"]);
  expect(await db.access.count({ where: { accountId: users.amina.id, endedAt: null } })).toBe(0);
  expect(await list(users.ben)).toEqual(["Ben Carter", "Rosewood night desk"]);
  expect(await list(users.ben, { show: "left" })).toEqual(["Amina Yusuf"]);
  expect(words(await deactivatePerson(users.sam, users.amina.id, why, now))).toBe("This account is already closed");
});

test("an approver finds a colleague by a name without its accents", async () => {
  await transact(system("test"), "a name", (tx) =>
    tx.account.update({ where: { id: users.amina.id }, data: { fullName: "Łucja D’Amélie" } }),
  );
  for (const words of ["lucja", "damelie", "D'Amélie rosewood"])
    expect([words, await list(users.ben, { words })]).toEqual([words, ["Łucja D’Amélie"]]);
  expect(await list(users.ben, { words: "lucia" })).toEqual([]);
});

test("closing asks for a reason", async () => {
  expect(words(await deactivatePerson(users.ben, users.amina.id, { reason: "  " }, now))).toMatch(/Enter the reason/);
});

test("an approver cannot close another approver's account, and asks support instead, who get an email", async () => {
  await letIn("carla", "rosewood", "approver");
  await expect(deactivatePerson(users.ben, users.carla.id, why, now)).rejects.toThrow(Forbidden);
  const { id } = await accessOf("carla", "rosewood");
  await expect(removeFromPlace(users.ben, id, why, now)).rejects.toThrow(Forbidden);
  await expect(changeLevel(users.ben, id, { level: "standard", last: true }, now)).rejects.toThrow(Forbidden);
  value(await askToClose(users.ben, users.carla.id, why, now));
  const [mail] = await db.email.findMany({ where: { template: "closing-wanted" } });
  expect(mail?.props).toMatchObject({
    person: "Carla Diaz",
    places: ["Rosewood"],
    path: `/admin/people/${users.carla.id}`,
  });
  expect(words(await askToClose(users.ben, users.carla.id, why, now))).toMatch(/already asked/);
  expect(await closingRequestsWaiting(users.sam)).toMatchObject([
    { account: { fullName: "Carla Diaz" }, askedBy: { fullName: "Ben Carter" }, places: ["Rosewood"] },
  ]);
  expect(await deactivatePerson(users.sam, users.carla.id, { reason: "" }, now)).toMatchObject({
    problems: [
      { field: "reason" },
      { field: "last", message: expect.stringMatching(/Willowbank will have no approver/) as string },
    ],
  });
  value(await deactivatePerson(users.sam, users.carla.id, { ...why, last: true }, now));
  expect(await closingRequestsWaiting(users.sam)).toEqual([]);
  expect(await closingRequestsAbout(users.ben, users.carla.id)).toMatchObject([{ answer: "The account is closed." }]);
  expect(await mailsTo("ben")).toEqual(["closing-answered"]);
});

test("support answers an approver once without closing the account, and only the approver who asked is told and sees it", async () => {
  await letIn("carla", "rosewood", "approver");
  await letIn("amina", "hawthorn", "approver");
  value(await askToClose(users.ben, users.carla.id, why, now));
  const [asked] = await closingRequestsAbout(users.sam, users.carla.id);
  const typed = { request: asked?.id ?? 0, answer: "She runs it still: we rang the provider." };
  await expect(answerClosingRequest(users.ben, users.carla.id, typed, now)).rejects.toThrow(Forbidden);
  expect(words(await answerClosingRequest(users.sam, users.carla.id, { ...typed, answer: " " }, now))).toMatch(
    /Enter your answer/,
  );
  expect(words(await answerClosingRequest(users.sam, users.amina.id, typed, now))).toMatch(/already been answered/);
  value(await answerClosingRequest(users.sam, users.carla.id, typed, now));
  expect(words(await answerClosingRequest(users.sam, users.carla.id, typed, now))).toMatch(/already been answered/);
  expect(await mailsTo("ben")).toEqual(["closing-answered"]);
  expect(await closingRequestsAbout(users.ben, users.carla.id)).toMatchObject([{ answer: typed.answer }]);
  expect(await closingRequestsAbout(users.amina, users.carla.id)).toEqual([]);
  value(await askToClose(users.ben, users.carla.id, why, now));
  await expect(closingRequestsWaiting(users.ben)).rejects.toThrow(Forbidden);
});

test("for someone who also works elsewhere, an approver ends access only to their own location, and is not told where else", async () => {
  await letIn("amina", "willowbank");
  await expect(deactivatePerson(users.ben, users.amina.id, why, now)).rejects.toThrow(Forbidden);
  await expect(sendLoginDetails(users.ben, users.amina.id, now)).rejects.toThrow(Forbidden);
  await expect(unlockPerson(users.ben, users.amina.id, now)).rejects.toThrow(Forbidden);
  const seen = await person(users.ben, users.amina.id, now);
  expect(seen?.access.map(({ place }) => place)).toEqual(["Rosewood"]);
  expect([seen?.elsewhere, seen?.mayManage]).toEqual([1, false]);
  const elsewhere = await accessOf("amina", "willowbank");
  await expect(removeFromPlace(users.ben, elsewhere.id, why, now)).rejects.toThrow(Forbidden);
  const token = await signedIn("amina");
  value(await removeFromPlace(users.ben, (await accessOf("amina", "rosewood")).id, why, now));
  const grants = (await sessionUser(token, now))?.user.grants;
  expect(grants).toEqual([{ level: "standard", locationId: world.at.willowbank }]);
  expect(await mailsTo("amina")).toEqual(["access-ended"]);
});

test("an approver who was made Standard decides nothing from the next request on", async () => {
  await letIn("carla", "rosewood", "approver");
  const token = await signedIn("carla");
  value(
    await changeLevel(users.sam, (await accessOf("carla", "rosewood")).id, { level: "standard", last: false }, now),
  );
  const carla = (await sessionUser(token, now))?.user;
  if (!carla) throw new Error("signed out");
  expect(await list(carla)).toEqual(["Carla Diaz"]);
  await expect(deactivatePerson(carla, users.amina.id, why, now)).rejects.toThrow(Forbidden);
});

test("raising to approver ends the old access and begins a new one, so that who did it stays to be seen", async () => {
  value(
    await changeLevel(users.ben, (await accessOf("amina", "rosewood")).id, { level: "approver", last: false }, now),
  );
  const history = (await peopleHistory(users.ben, { page: 1, size: 50 })).rows.filter(
    ({ person: who }) => who === "Amina Yusuf",
  );
  expect(history.map(({ what, level, by }) => [what, level, by])).toEqual([
    ["in", "approver", "Ben Carter"],
    ["out", "standard", "Ben Carter"],
    ["in", "standard", null],
  ]);
  expect(await mailsTo("amina")).toEqual(["access-granted"]);
});

test("a shared account is never made an approver, and the database refuses it too", async () => {
  const { id } = await accessOf("shared", "rosewood");
  await expect(changeLevel(users.sam, id, { level: "approver", last: false }, now)).rejects.toThrow(Forbidden);
  const raise = transact(system("test"), "raise", (tx) =>
    tx.access.update({ where: { id }, data: { level: "approver" } }),
  );
  await expect(raise).rejects.toThrow("never an approver");
});

test("the last approver of a location can leave it only after confirming that they are the last", async () => {
  const { id } = await accessOf("ben", "rosewood");
  expect(words(await leavePlace(users.ben, id, { last: false }, now))).toMatch(/Rosewood will have no approver/);
  value(await leavePlace(users.ben, id, { last: true }, now));
  const other = await accessOf("ben", "hawthorn");
  await letIn("carla", "hawthorn", "approver");
  value(await leavePlace(users.ben, other.id, { last: false }, now));
});

test("if two approvers leave at once, one is told that they are the last", async () => {
  await letIn("carla", "rosewood", "approver");
  const [ben, carla] = [await accessOf("ben", "rosewood"), await accessOf("carla", "rosewood")];
  const left = await Promise.all([
    leavePlace(users.ben, ben.id, { last: false }, now),
    leavePlace(users.carla, carla.id, { last: false }, now),
  ]);
  expect(left.filter(({ ok }) => ok)).toHaveLength(1);
});

test("no one can leave on someone else's behalf, and a shared account cannot leave at all", async () => {
  const { id } = await accessOf("amina", "rosewood");
  await expect(leavePlace(users.ben, id, { last: true }, now)).rejects.toThrow(Forbidden);
  const shared = await accessOf("shared", "rosewood");
  await expect(leavePlace(users.shared, shared.id, { last: true }, now)).rejects.toThrow(Forbidden);
});

test("a reset mails a one-use password, ends sessions and makes the old password useless", async () => {
  await choseLong(users.amina, longAgo);
  const token = await signedIn("amina");
  value(await sendLoginDetails(users.ben, users.amina.id, now));
  expect(await sessionUser(token, now)).toBeNull();
  expect((await signIn(attempt(users.amina), now)).ok).toBe(false);
  expect(await mailsTo("amina")).toEqual(["credentials-sent-again"]);
});

test("a locked person is shown as locked, is found by it, and signs in with their password once unlocked", async () => {
  await choseLong(users.amina, now);
  for (let n = 0; n < 5; n++) await signIn(attempt(users.amina, `wrong number ${n}`), now);
  expect((await person(users.ben, users.amina.id, now))?.state).toBe("locked");
  expect(await list(users.ben, { show: "locked" })).toEqual(["Amina Yusuf"]);
  value(await unlockPerson(users.ben, users.amina.id, now));
  expect(await list(users.ben, { show: "locked" })).toEqual([]);
  expect((await signIn(attempt(users.amina), now)).ok).toBe(true);
});

test("the list is searched by name, address, job and location, and filtered by what an approver looks for", async () => {
  await choseLong(users.amina, new Date(now.getTime() - 360 * 86_400_000));
  expect(await list(users.ben, { words: "amina rosewood" })).toEqual(["Amina Yusuf"]);
  expect(await list(users.ben, { words: "hawthorn" })).toEqual(["Ben Carter"]);
  expect(await list(users.ben, { words: "100%" })).toEqual([]);
  expect(await list(users.ben, { show: "approver" })).toEqual(["Ben Carter"]);
  expect(await list(users.ben, { show: "expiring" })).toEqual(["Amina Yusuf"]);
  expect(await list(users.ben, { show: "waiting" })).toEqual(["Ben Carter", "Rosewood night desk"]);
  expect(await list(users.ben, { show: "quiet" })).toHaveLength(3);
});

test("an approver of a provider manages the people of all its locations", async () => {
  const { providerId } = await db.location.findUniqueOrThrow({ where: { id: world.at.rosewood } });
  const grants = [{ level: "approver", providerId } as const];
  const owner = { ...users.carla, grants };
  expect(await list(owner)).toEqual(["Amina Yusuf", "Ben Carter", "Petra Parent", "Rosewood night desk"]);
  value(await deactivatePerson(owner, users.amina.id, why, now));
});

test("locations with one user or no approver are flagged to their people, and to no one else", async () => {
  const flags = async (name: PersonName) =>
    (await thinPlaces(users[name], now)).rows.map(({ name: place, users: count, approvers }) => [
      place,
      count,
      approvers,
    ]);
  expect(await flags("ben")).toEqual([["Hawthorn House", 1, 1]]);
  expect(await flags("dan")).toEqual([["Larch Home Care", 1, 0]]);
  expect(await flags("gwen")).toEqual([["Millgate Surgery", 1, 0]]);
  expect(await flags("olive")).toEqual([]);
});

test("two approvers who close one account at once close it once, with one mail", async () => {
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => deactivatePerson(users.sam, users.amina.id, why, now)));
  expect(outcomes.filter((each) => each.status === "fulfilled" && each.value.ok)).toHaveLength(1);
  expect(await mailsTo("amina")).toEqual(["account-deactivated"]);
});
