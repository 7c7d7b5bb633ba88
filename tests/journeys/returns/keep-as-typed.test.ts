import type { User } from "@/lib/access/user";
import { setClockOffset } from "@/lib/clock";
import { db } from "@/lib/db";
import { ownerField } from "@/lib/outcome";
import { formField } from "@/lib/returns/form-fields";
import { formOwner } from "@/lib/web/form-owner";
import { POST } from "@/app/(dashboard)/returns/[location]/[collection]/draft/route";
import { emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow } from "@/tests/support/cast";

let mockUser: User;
jest.mock("@/lib/web/session", () => ({ visitor: () => Promise.resolve(mockUser) }));
jest.mock("next/navigation", () => ({}));

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  mockUser = world.users.amina;
  setClockOffset(+inWindow - Date.now());
});
afterAll(() => setClockOffset(0));

async function typedBy(owner: User, fields: Record<string, string>): Promise<{ said: string; version?: number }> {
  const body = new FormData();
  const form = {
    [ownerField]: formOwner(owner),
    [formField.location]: String(world.at.rosewood),
    [formField.collection]: "care_home",
    [formField.draft]: "0",
    ...fields,
  };
  for (const [name, text] of Object.entries(form)) body.append(name, text);
  const request = new Request("http://localhost/draft", {
    method: "POST",
    body,
    headers: { origin: process.env.APP_ORIGIN ?? "" },
  });
  const answer = await POST(request);
  return (await answer.json()) as { said: string; version?: number };
}

test("what is typed is saved as it is typed, with the version to continue from", async () => {
  expect(await typedBy(mockUser, { nurses_employed: "4" })).toEqual({
    said: "Draft saved at 10am. Not sent yet.",
    version: 1,
  });
  expect(await db.returnDraft.findFirst()).toMatchObject({ typed: { nurses_employed: "4" } });
});

test("a draft typed in another window is not replaced without being seen, not even someone's own", async () => {
  await typedBy(mockUser, { nurses_employed: "4" });
  expect((await typedBy(mockUser, { nurses_employed: "5" })).said).toMatch(/^Not saved: You saved this return at 10am/);
  expect(await db.returnDraft.findFirst()).toMatchObject({ typed: { nurses_employed: "4" } });
});

test("a form that someone else opened at this computer is not kept in the second's name", async () => {
  expect((await typedBy(world.users.ben, { nurses_employed: "4" })).said).toMatch(/^Nothing was saved/);
  expect(await db.returnDraft.count()).toBe(0);
});
