import { askEmailChange } from "@/lib/accounts/ask-email-change";
import { db, disconnect } from "@/lib/db";
import type { Outcome } from "@/lib/outcome";
import { correctDetails } from "@/lib/people/support/correct-details";
import { makeSharedAccount } from "@/lib/people/support/make-shared-account";
import { proposeSupport } from "@/lib/people/support/propose-support";
import { cast, inWindow as now, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";
import { choseLong, password } from "@/tests/database/accounts/people";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  await openRecords(world, "sam");
  await choseLong(world.users.amina, now);
});
afterAll(disconnect);

const typed = { fullName: "Uma Team", telephone: "01632 960 001", jobTitle: "Support", reason: "She rang." };
interface Address {
  email: string;
  meant?: string;
}

/** Everyone who types an address for someone, and the button that they press. */
const forms: [string, string, (address: Address) => Promise<Outcome<unknown>>][] = [
  [
    "their own new address",
    "Email me a link",
    (address) => askEmailChange(world.users.amina, { ...address, password }, now),
  ],
  [
    "a corrected address",
    "Save details",
    (address) =>
      correctDetails(
        world.users.sam,
        world.users.amina.id,
        { ...typed, ...address, kind: null, findsCapacity: false },
        now,
      ),
  ],
  [
    "the address of a shared account",
    "Make shared account",
    (address) =>
      makeSharedAccount(
        world.users.sam,
        { ...typed, ...address, kind: "care_home", targets: [`location:${world.at.rosewood}`] },
        now,
      ),
  ],
  [
    "the address of a new member of support",
    "Propose for the support team",
    (address) => proposeSupport(world.users.sam, { ...typed, ...address }, now),
  ],
];

test.each(forms)("whoever types %s is asked about a domain that looks mistyped, once", async (_, button, send) => {
  const mails = await db.email.count();
  const message = `Did you mean uma@gmail.com? Correct the address, or press ${button} again if it is right`;
  expect(await send({ email: "Uma@gmial.com" })).toEqual({
    ok: false,
    problems: [{ field: "email", code: "odd-address", message }],
  });
  expect(await db.email.count()).toBe(mails);
  expect(await send({ email: "uma@nsh.net", meant: "uma@gmial.com" })).toMatchObject({ ok: false });
  expect(await send({ email: "uma@gmial.com", meant: "Uma@gmial.com" })).toMatchObject({ ok: true });
});

test.each(forms.slice(1))("whoever types %s is told of a full stop at its end", async (_, _button, send) => {
  const message = "Enter the email address without the full stop at the end";
  expect(await send({ email: "uma@support.example." })).toMatchObject({ problems: [{ field: "email", message }] });
});
