import { db, disconnect, system, transact } from "@/lib/db";
import type { Draft } from "@/lib/registrations/answers";
import { askToApprove } from "@/lib/registrations/ask-to-approve";
import { decideRequest } from "@/lib/registrations/decide-request";
import { finishedRegistration } from "@/lib/registrations/draft-queries";
import { type RegisteringKind, registeringKinds } from "@/lib/access/kinds";
import { cast, inWindow, putPlace, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { forgetMails, mails, register } from "@/tests/support/registering";

let world: Cast;
const extra: Partial<Record<RegisteringKind, number>> = {};
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await transact(system("test"), "more places", async (tx) => {
    for (const type of ["community", "substance_misuse"] as const)
      extra[type] = await putPlace(tx, {
        name: `A ${type} place`,
        provider: "Others",
        council: "Oldham",
        types: [type],
      });
  });
});
afterAll(disconnect);

const anArea = async (kind: "sub_icb" | "local_authority" | "lrf" | "nhs_region") =>
  (await db.area.findFirstOrThrow({ where: { kind, name: { contains: "" } }, orderBy: { id: "desc" } })).id;

const described = { organisation: "Carers of Oldham", address: "1 High Street\nOldham" };

const answers: Record<RegisteringKind, () => Draft | Promise<Draft>> = {
  care_home: () => ({ locationIds: [world.at.rosewood] }),
  home_care: () => ({ locationIds: [world.at.larch] }),
  nhs_acute: () => ({ locationIds: [world.at.infirmary] }),
  community: () => ({ locationIds: [extra.community ?? 0], findsCapacity: true }),
  substance_misuse: () => ({ locationIds: [extra.substance_misuse ?? 0] }),
  hospice: () => ({ locationIds: [world.at.brightwell], findsCapacity: true }),
  gp: () => ({ locationIds: [world.at.surgery] }),
  sub_icb: async () => ({ areaIds: [await anArea("sub_icb")] }),
  local_authority: async () => ({ areaIds: [await anArea("local_authority")] }),
  lrf: async () => ({ areaIds: [await anArea("lrf")] }),
  nhs_region: async () => ({
    areaIds: (await db.area.findMany({ where: { kind: "nhs_region" }, take: 2 })).map(({ id }) => id),
  }),
  search_only: () => ({ ...described, why: "We look for places for families" }),
  aggregate_only: () => ({ ...described, postcode: "OL1 1AA" }),
  other: () => ({ ...described, why: "We inspect how care is doing" }),
};

test.each(registeringKinds)("someone registers as %s, is approved, and has an account of that kind", async (kind) => {
  const { id, requests } = await register({ kind, ...(await answers[kind]()) }, inWindow);
  expect(requests.length).toBe(kind === "nhs_region" ? 2 : 1);
  expect(await mails()).toContain("registration-received → nadia@rosewood.example");
  expect((await mails()).filter((mail) => mail.startsWith("registration-waiting")).length).toBeGreaterThan(0);
  expect((await finishedRegistration(id, inWindow))?.reference).toMatch(/^REG-/);
  await forgetMails();
  for (const { id: request } of requests)
    expect((await decideRequest(world.users.sam, request, "approved", { level: "standard" }, inWindow)).ok).toBe(true);
  const account = await db.account.findUniqueOrThrow({
    where: { email: "nadia@rosewood.example" },
    include: { access: true },
  });
  expect(account.kind).toBe(kind);
  expect(account.access).toHaveLength(requests.length);
  expect(account.findsCapacity).toBe(["community", "hospice", "nhs_acute", "search_only"].includes(kind));
});

test("approvers of a location are emailed; if there are none, support is, and the last page says so", async () => {
  const mine = await register({ locationIds: [world.at.rosewood] }, inWindow);
  expect(await mails()).toContain("registration-waiting → ben@cast.example");
  expect((await finishedRegistration(mine.id, inWindow))?.decidedBy).toBe("approver");
  await forgetMails();
  const theirs = await register(
    { email: "l@larch.example", kind: "home_care", locationIds: [world.at.larch] },
    inWindow,
  );
  expect(await mails()).toContain("registration-waiting → support@tracker.example");
  expect((await finishedRegistration(theirs.id, inWindow))?.decidedBy).toBe("support");
});

test("a location that its head office approves for counts as having an approver, whoever works there", async () => {
  const { id } = await register({ kind: "home_care", locationIds: [world.at.larch] }, inWindow);
  expect((await finishedRegistration(id, inWindow))?.withoutApprover).toHaveLength(1);
  await transact(system("test"), "head office", async (tx) => {
    const { providerId } = await tx.location.findUniqueOrThrow({ where: { id: world.at.larch } });
    const data = { accountId: world.users.carla.id, providerId, level: "approver", grantedAt: inWindow } as const;
    await tx.access.create({ data });
  });
  expect(await finishedRegistration(id, inWindow)).toMatchObject({ withoutApprover: [], decidedBy: "approver" });
});

test("a location without an approver needs one first, and someone can ask to be that approver", async () => {
  const { id } = await register({ kind: "community", locationIds: [extra.community ?? 0] }, inWindow);
  const finished = await finishedRegistration(id, inWindow);
  expect(finished?.withoutApprover.map(({ id: place }) => place)).toEqual([extra.community]);
  expect(finished?.asksToApprove).toBe(false);
  await askToApprove(id, [extra.community ?? 0]);
  expect((await finishedRegistration(id, inWindow))?.asksToApprove).toBe(true);
});
