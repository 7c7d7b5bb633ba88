import { Forbidden } from "@/lib/access/policy";
import { setFindingSettings } from "@/lib/capacity/support/set-finding-settings";
import { db } from "@/lib/db";
import { askToFind } from "@/lib/people/ask-to-find";
import { findingRequestsWaiting, ownFindingRequest } from "@/lib/people/finding-requests";
import { answerFindingRequest } from "@/lib/people/support/answer-finding-request";
import { type Cast, cast, inWindow as now, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await openRecords(world, "sam", now);
});

const ask = (by: PersonName, reason = "We help people to move on.") => askToFind(world.users[by], { reason }, now);
const answer = (decision: string, words = "") =>
  answerFindingRequest(world.users.sam, world.users.amina.id, { decision, answer: words }, now);
const finds = async () => (await db.account.findUniqueOrThrow({ where: { id: world.users.amina.id } })).findsCapacity;

test("a care home asks once to search for beds, support gives it access, and we email it", async () => {
  expect(await ask("amina", " ")).toMatchObject({ problems: [{ field: "reason" }] });
  expect(await ask("amina")).toEqual({ ok: true, value: { may: false } });
  expect(await ask("amina")).toMatchObject({ ok: false });
  expect(await findingRequestsWaiting(world.users.sue)).toMatchObject([{ account: { fullName: "Amina Yusuf" } }]);
  expect(await answer("")).toMatchObject({ problems: [{ field: "decision" }] });
  expect(await finds()).toBe(false);
  expect(await answer("yes")).toEqual({ ok: true, value: null });
  expect(await answer("no", "Too late")).toMatchObject({ ok: false });
  expect(await finds()).toBe(true);
  const mails = await db.email.findMany({ where: { template: "finding-answered" } });
  expect(mails.map(({ to }) => to)).toEqual(["amina@cast.example"]);
});

test("support says why it refuses someone, and they may ask again", async () => {
  await ask("amina");
  expect(await answer("no")).toMatchObject({ problems: [{ field: "answer" }] });
  expect(await answer("no", "Your council searches for you")).toMatchObject({ ok: true });
  expect(await finds()).toBe(false);
  const heard = { allowed: false, answer: "Your council searches for you" };
  expect(await ownFindingRequest(world.users.amina)).toMatchObject(heard);
  expect(await ask("amina")).toMatchObject({ ok: true });
});

test("a setting gives access at once to anyone who asks", async () => {
  await ask("amina");
  await setFindingSettings(world.users.sam, {
    enquiries: false,
    searchAtOnce: true,
    openFeed: false,
    reason: "A trial",
  });
  expect(await ask("amina")).toEqual({ ok: true, value: { may: true } });
  expect([await finds(), await findingRequestsWaiting(world.users.sam)]).toEqual([true, []]);
});

test("people who may already search, shared accounts and support cannot ask, and only support answers", async () => {
  for (const person of ["harun", "olive", "shared", "sam"] as const)
    await expect(ask(person)).rejects.toThrow(Forbidden);
  await expect(findingRequestsWaiting(world.users.ben)).rejects.toThrow(Forbidden);
  await expect(
    answerFindingRequest(world.users.ben, world.users.amina.id, { decision: "yes", answer: "" }, now),
  ).rejects.toThrow(Forbidden);
});
