import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { db, disconnect } from "@/lib/db";
import { registrationCode } from "@/lib/outbox/mailed-secrets";
import type { Draft } from "@/lib/registrations/answers";
import { completeRegistration } from "@/lib/registrations/complete-registration";
import { confirmCode } from "@/lib/registrations/confirm-code";
import { draft } from "@/lib/registrations/draft-queries";
import { keepDraft } from "@/lib/registrations/keep-draft";
import { openDraft } from "@/lib/registrations/open-draft";
import { challenge } from "@/lib/registrations/proof-of-work";
import { codeName, sendCode } from "@/lib/registrations/send-code";
import { spendProof } from "@/lib/registrations/spend-proof";
import { cast, inWindow } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { details, mails } from "@/tests/support/registering";

beforeEach(emptyDatabase);
afterAll(disconnect);

const later = (minutes: number) => new Date(inWindow.getTime() + minutes * 60_000);
const posted = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");
const solved = async () => {
  const made = await challenge(inWindow);
  return { challenge: made, solution: await solveChallenge({ challenge: made, deriveKey }) };
};

test("a browser's proof of work counts once, even when it is posted ten times at once", async () => {
  const proof = posted(await solved());
  const taken = await Promise.all(Array.from({ length: 10 }, () => spendProof(proof, inWindow)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await spendProof(proof, inWindow)).toBe(false);
});

test("a proof that is wrong, changed, made up or too old does not count", async () => {
  const { challenge: made, solution } = await solved();
  const easier = { ...made, parameters: { ...made.parameters, cost: 1 } };
  expect(await spendProof(posted({ challenge: easier, solution }), inWindow)).toBe(false);
  const another = { ...solution, derivedKey: "00".repeat(32) };
  expect(await spendProof(posted({ challenge: made, solution: another }), inWindow)).toBe(false);
  for (const nonsense of [undefined, "", "x", posted({}), posted({ challenge: null, solution: null, test: true })])
    expect(await spendProof(nonsense, inWindow)).toBe(false);
  expect(await spendProof(posted({ challenge: made, solution }), later(61))).toBe(false);
});

const begun: Draft & { email: string } = { ...details, email: "nadia@rosewood.example" };
const withCode = async (email = begun.email) => {
  const { vouched, ...unvouched } = begun;
  const mine = { ...unvouched, email };
  const id = await keepDraft(null, mine, inWindow);
  await sendCode(id, mine, inWindow);
  return { id, right: registrationCode(codeName(id, 1), email) };
};
const wrongOf = (right: string) => (right === "000000" ? "111111" : "000000");

test("the emailed code confirms the address", async () => {
  const { id, right } = await withCode();
  expect(await mails()).toEqual(["registration-code → nadia@rosewood.example"]);
  expect((await confirmCode(id, ` ${right.slice(0, 3)} ${right.slice(3)} `, later(9))).ok).toBe(true);
  expect((await draft(id, inWindow))?.vouched).toBe("code");
});

test("the outbox holds no code", async () => {
  const { right } = await withCode();
  const [mail] = await db.email.findMany();
  expect(JSON.stringify(mail)).not.toContain(right);
});

test("a code lasts ten minutes or five wrong tries", async () => {
  const old = await withCode();
  expect((await confirmCode(old.id, old.right, later(11))).ok).toBe(false);

  const { id, right } = await withCode("other@rosewood.example");
  const wrong = await Promise.all(Array.from({ length: 5 }, () => confirmCode(id, wrongOf(right), inWindow)));
  expect(wrong.some(({ ok }) => ok)).toBe(false);
  expect((await confirmCode(id, right, inWindow)).ok).toBe(false);
});

test("a new code replaces the previous one", async () => {
  const { id, right } = await withCode();
  const kept = await draft(id, inWindow);
  await sendCode(id, { ...kept, email: begun.email }, inWindow);
  const next = registrationCode(codeName(id, 2), begun.email);
  expect(next).not.toBe(right);
  expect((await confirmCode(id, right, inWindow)).ok).toBe(false);
  expect((await confirmCode(id, next, inWindow)).ok).toBe(true);
});

test("without JavaScript, someone whose address has an account is told only by email, once a day", async () => {
  await cast();
  const { id } = await withCode("ben@cast.example");
  await sendCode(id, { ...begun, email: "ben@cast.example" }, inWindow);
  expect(await mails()).toEqual(["already-registered → ben@cast.example"]);
});

test("a draft lasts 24 hours, and what was typed is shown only to someone who knows its address", async () => {
  const id = await keepDraft(null, begun, inWindow);
  expect(await draft(id, later(24 * 60 - 1))).toMatchObject({ fullName: "Nadia Newcomer" });
  expect(await draft(id, later(24 * 60 + 1))).toBeNull();
  expect((await openDraft(id, "someone@else.example", inWindow)).ok).toBe(false);
  expect(await openDraft(id, " Nadia@Rosewood.example", inWindow)).toMatchObject({
    ok: true,
    value: { kind: "care_home" },
  });
});

test("after five wrong addresses a draft is deleted", async () => {
  const id = await keepDraft(null, begun, inWindow);
  for (const turn of [1, 2, 3, 4])
    expect([turn, (await openDraft(id, "x@y.example", inWindow)).ok]).toEqual([turn, false]);
  expect(await openDraft(id, "x@y.example", inWindow)).toEqual({ ok: true, value: null });
  expect(await draft(id, inWindow)).toBeNull();
});

test("a registration cannot be completed half filled in, without agreeing, or for an address that has an account", async () => {
  const { at } = await cast();
  const agreed = { terms: true, communications: true };
  const half = await keepDraft(null, begun, inWindow);
  expect((await completeRegistration(half, agreed, inWindow)).ok).toBe(false);
  const { vouched, ...rest } = begun;
  const unvouched = await keepDraft(null, { ...rest, locationIds: [at.rosewood] }, inWindow);
  expect((await completeRegistration(unvouched, agreed, inWindow)).ok).toBe(false);
  const whole = await keepDraft(null, { ...begun, locationIds: [at.rosewood] }, inWindow);
  expect(await completeRegistration(whole, { terms: false, communications: null }, inWindow)).toMatchObject({
    problems: [{ field: "terms" }, { field: "communications" }],
  });
  const bens = await keepDraft(null, { ...begun, email: "ben@cast.example", locationIds: [at.rosewood] }, inWindow);
  expect(await completeRegistration(bens, agreed, inWindow)).toMatchObject({
    problems: [{ code: "already-registered" }],
  });
  expect(await db.registration.count()).toBe(0);
  expect((await completeRegistration(whole, agreed, inWindow)).ok).toBe(true);
});

test("Complete pressed ten times at once makes one registration and one message, and nothing typed is left", async () => {
  const { at } = await cast();
  const id = await keepDraft(null, { ...begun, locationIds: [at.rosewood] }, inWindow);
  const agreed = { terms: true, communications: true };
  const made = await Promise.all(Array.from({ length: 10 }, () => completeRegistration(id, agreed, inWindow)));
  expect(new Set(made.map((each) => each.ok && each.value.reference)).size).toBe(1);
  expect(await db.registration.count()).toBe(1);
  expect((await mails()).filter((mail) => mail.startsWith("registration-received"))).toHaveLength(1);
  expect(await draft(id, inWindow)).toBeNull();
  expect(JSON.stringify(await db.registrationDraft.findUnique({ where: { id } }))).not.toContain("Nadia");
});

test("locations of another type, closed locations, and too many locations are refused", async () => {
  const { at } = await cast();
  const agreed = { terms: true, communications: true };
  const hospice = await keepDraft(null, { ...begun, locationIds: [at.brightwell] }, inWindow);
  expect((await completeRegistration(hospice, agreed, inWindow)).ok).toBe(false);
  const nowhere = await keepDraft(null, { ...begun, locationIds: [at.rosewood, 999_999] }, inWindow);
  expect((await completeRegistration(nowhere, agreed, inWindow)).ok).toBe(false);
});
