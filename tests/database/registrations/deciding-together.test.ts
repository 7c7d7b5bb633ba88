import { Forbidden } from "@/lib/access/policy";
import { db, disconnect } from "@/lib/db";
import { keptEmail } from "@/lib/email/queries";
import { decideRequests, type OneDecision } from "@/lib/registrations/decide-request";
import { requestsOfSame } from "@/lib/registrations/queries";
import { requestAccess } from "@/lib/registrations/request-access";
import { cast, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { details, forgetMails, mails, register } from "@/tests/support/registering";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const asked = async () => {
  const { requests } = await register({ locationIds: [world.at.rosewood, world.at.hawthorn] }, now);
  await forgetMails();
  const at = (place: number) => requests.find(({ locationId }) => locationId === place)?.id ?? 0;
  return { rosewood: at(world.at.rosewood), hawthorn: at(world.at.hawthorn) };
};
const deciding = (decisions: OneDecision[], reason = "", user = world.users.ben) =>
  decideRequests(user, decisions, reason, now);
const textOf = async () => {
  const { id } = await db.email.findFirstOrThrow({ orderBy: { queuedAt: "desc" } });
  return (await keptEmail(id, now))?.drawn?.text ?? "";
};

test("an approval and a rejection together are one decision, one account and one message that says which is which", async () => {
  const { rosewood, hawthorn } = await asked();
  const outcome = await deciding(
    [
      { requestId: rosewood, decision: "standard" },
      { requestId: hawthorn, decision: "reject" },
    ],
    "You work at Rosewood only.",
  );
  expect(outcome.ok).toBe(true);
  expect(await mails()).toEqual([`registration-approved → ${details.email}`]);
  const text = await textOf();
  expect(text).toMatch(
    /You now have access to:\s+[*-]? ?Rosewood[^]*not approved:\s+[*-]? ?Hawthorn House[^]*You work at Rosewood only/,
  );
  const account = await db.account.findFirstOrThrow({
    where: { email: details.email ?? "" },
    include: { access: true },
  });
  expect(account.access.map(({ locationId }) => locationId)).toEqual([world.at.rosewood]);
  expect(await requestsOfSame(world.users.ben, details.email ?? "", now)).toEqual([]);
});

test("rejecting everything sends one message that covers all of it", async () => {
  const { rosewood, hawthorn } = await asked();
  await deciding(
    [rosewood, hawthorn].map((requestId) => ({ requestId, decision: "reject" })),
    "Not known here.",
  );
  expect(await mails()).toEqual([`registration-rejected → ${details.email}`]);
  expect(await textOf()).toMatch(/Hawthorn House[^]*Rosewood|Rosewood[^]*Hawthorn House/);
});

test("every problem is shown at once, and nothing is decided", async () => {
  const { rosewood, hawthorn } = await asked();
  const outcome = await deciding([
    { requestId: rosewood, decision: "approver" },
    { requestId: hawthorn, decision: "reject" },
  ]);
  expect(outcome.ok ? [] : outcome.problems.map(({ field }) => field)).toEqual([`decision-${rosewood}`, "reason"]);
  expect(await db.accessRequest.count({ where: { decidedAt: null } })).toBe(2);
});

test("if one of them has been decided in the meantime, the others still wait", async () => {
  const { rosewood, hawthorn } = await asked();
  await deciding([{ requestId: rosewood, decision: "standard" }]);
  const both = [rosewood, hawthorn].map((requestId): OneDecision => ({ requestId, decision: "standard" }));
  expect(await deciding(both)).toMatchObject({ problems: [{ code: "decided" }] });
  expect(await db.accessRequest.count({ where: { decidedAt: null } })).toBe(1);
  const twice = await Promise.all([1, 2].map(() => deciding([{ requestId: hawthorn, decision: "standard" }])));
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
});

test("no one decides a location that is not theirs, or two people's requests together", async () => {
  const { rosewood } = await asked();
  const { request: other } = await register({ email: "o@w.example", locationIds: [world.at.willowbank] }, now);
  const both = [rosewood, other].map((requestId): OneDecision => ({ requestId, decision: "standard" }));
  await expect(deciding(both)).rejects.toThrow(Forbidden);
  await expect(deciding(both, "", world.users.sam)).rejects.toThrow(Forbidden);
  expect(await requestsOfSame(world.users.carla, details.email ?? "", now)).toEqual([]);
});

test("levels may differ between locations, and the message says where someone is an approver", async () => {
  await requestAccess(
    world.users.dan,
    [world.at.rosewood, world.at.hawthorn].map((locationId) => ({ locationId })),
    "approver",
    now,
  );
  const together = await requestsOfSame(world.users.ben, world.users.dan.email, now);
  await deciding(
    together.map(({ id, place }) => ({ requestId: id, decision: place === "Rosewood" ? "approver" : "standard" })),
  );
  expect(await textOf()).toMatch(/Rosewood \(as approver\)/);
});
