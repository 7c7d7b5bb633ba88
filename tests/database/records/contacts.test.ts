import { auditEntries } from "@/lib/audit/queries";
import { placePage } from "@/lib/capacity/place-page";
import { db } from "@/lib/db";
import { contactsOfRecord, missingContacts } from "@/lib/records/contacts";
import { recordPlace } from "@/lib/records/record-place";
import { type ContactTyped, removeContact, saveContact } from "@/lib/records/save-contact";
import { reminderRecipients } from "@/lib/returns/reminders/reminder-recipients";
import { holidaysByRule } from "@/lib/windows/bank-holidays";
import { reportingWindow } from "@/lib/windows/reporting-window";
import { cast, type Cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const blank = { contact: 0, version: 0, kind: "", ownKind: "", name: "", organisation: "", telephone: "", mobile: "" };
const typed = (given: Partial<ContactTyped> = {}): ContactTyped => ({
  ...{ ...blank, email: "", address: "", public: false, over: false, locationId: world.at.rosewood },
  ...given,
});
const manager = () => typed({ kind: "Manager", name: "Maya Patel", email: "maya@rosewood.example" });
const save = (given: ContactTyped, who: PersonName = "amina") => saveContact(world.users[who], given, inWindow);
const kept = async () => {
  const place = await recordPlace(world.users.amina, world.at.rosewood, inWindow);
  if (!place) throw new Error("Amina works there");
  return contactsOfRecord(place);
};
const fields = (outcome: Awaited<ReturnType<typeof save>>) =>
  outcome.ok ? [] : outcome.problems.map(({ field }) => field);

test("a manager is added with a name and an email address, and the reminders go to that address", async () => {
  expect(fields(await save(typed({ kind: "Manager" })))).toEqual(["name", "email"]);
  expect(await save(manager())).toEqual({ ok: true, value: null });
  const [one] = await kept();
  expect(one).toMatchObject({ kind: "Manager", name: "Maya Patel", version: 1, stamp: { by: "Amina Yusuf" } });
  const owed = {
    locationId: world.at.rosewood,
    collection: "care_home",
    location: "Rosewood",
    label: "Care home return",
  } as const;
  const told = await reminderRecipients([{ ...owed, window: reportingWindow("2026-11", holidaysByRule) }], inWindow);
  expect(told.map(({ email }) => email)).toContain("maya@rosewood.example");
});

test("a typed Registered Manager becomes Manager, and one's own kind stays as typed", async () => {
  await save({ ...manager(), kind: "own", ownKind: "  registered   manager " });
  await save(typed({ kind: "own", ownKind: "Plumber", organisation: "Pipes", telephone: "01632 960 001" }));
  expect((await kept()).map(({ kind }) => kind)).toEqual(["Manager", "Plumber"]);
});

test("what is wrong with a contact is said beside each field, all at once", async () => {
  const wrong = typed({ kind: "own", ownKind: " ", telephone: "12", email: "nobody@", address: "x".repeat(501) });
  expect(fields(await save(wrong)).sort()).toEqual(["address", "email", "ownKind", "telephone"]);
  expect(fields(await save(typed({ kind: "Pharmacy" })))).toEqual(["name", "telephone"]);
  expect(fields(await save(typed()))).toEqual(["kind"]);
  expect(await kept()).toEqual([]);
});

test("an address that looks mistyped is asked about once, and never where it stands already", async () => {
  const odd = { ...manager(), email: "maya@gmial.com" };
  const asked = await save(odd);
  expect(asked.ok ? [] : asked.problems).toEqual([
    {
      field: "email",
      code: "odd-address",
      message: "Did you mean maya@gmail.com? Correct the address, or press Save contact again if it is right",
    },
  ]);
  expect(await save({ ...odd, meant: "maya@gmial.com" })).toEqual({ ok: true, value: null });
  const [one] = await kept();
  expect(await save({ ...odd, contact: one?.id ?? 0, version: 1, name: "Maya Patel-Rao" })).toMatchObject({ ok: true });
});

test("public contacts are shown in Find, others and removed ones are not", async () => {
  await save(manager());
  await save(typed({ kind: "Location email", email: "desk@rosewood.example", public: true }));
  const shown = async () => (await placePage(world.users.harun, world.at.rosewood, inWindow))?.contacts ?? [];
  expect((await shown()).map(({ email }) => email)).toEqual(["desk@rosewood.example"]);
  const desk = (await kept()).find(({ kind }) => kind === "Location email");
  await removeContact(world.users.amina, { locationId: world.at.rosewood, contact: desk?.id ?? 0 }, inWindow);
  expect(await shown()).toEqual([]);
  expect(await db.contact.count({ where: { id: desk?.id ?? 0 } })).toBe(1);
});

test("of two who change a contact at once the second is told who was first, and may replace it knowingly", async () => {
  await save(manager());
  const [one] = await kept();
  const at = { contact: one?.id ?? 0, version: one?.version ?? 0 };
  expect((await save({ ...manager(), ...at, name: "Maya Singh" }, "ben")).ok).toBe(true);
  const late = { ...manager(), ...at, name: "Mia Patel" };
  const told = await save(late);
  expect(told).toMatchObject({ ok: false, problems: [{ warning: true, code: "record.newer" }] });
  expect(told.ok ? "" : told.problems[0]?.message).toMatch(/^Ben Carter changed this at /);
  expect((await kept())[0]?.name).toBe("Maya Singh");
  expect((await save({ ...late, over: true })).ok).toBe(true);
  expect((await kept())[0]).toMatchObject({ name: "Mia Patel", version: 3 });
});

test("two who save at the very same moment do so one after the other: one of them is told", async () => {
  await save(manager());
  const [one] = await kept();
  const both = await Promise.all(
    (["amina", "ben"] as const).map((who) =>
      save({ ...manager(), contact: one?.id ?? 0, version: 1, name: `By ${who}` }, who),
    ),
  );
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a contact that was removed while its form stood open is not brought back unseen", async () => {
  await save(typed({ kind: "Pharmacy", name: "Boots", telephone: "01632 960 002" }));
  const [one] = await kept();
  const locationId = world.at.rosewood;
  await removeContact(world.users.ben, { locationId, contact: one?.id ?? 0 }, inWindow);
  const late = typed({
    kind: "Pharmacy",
    name: "Boots",
    telephone: "01632 960 003",
    contact: one?.id ?? 0,
    version: 1,
  });
  expect(await save(late)).toMatchObject({ ok: false });
  expect(await kept()).toEqual([]);
});

test("the only manager is neither removed nor made something else", async () => {
  await save(manager());
  const [one] = await kept();
  const locationId = world.at.rosewood;
  expect(await removeContact(world.users.amina, { locationId, contact: one?.id ?? 0 }, inWindow)).toMatchObject({
    ok: false,
  });
  const changed = { ...manager(), contact: one?.id ?? 0, version: 1, kind: "Pharmacy" };
  expect(fields(await save(changed))).toEqual(["kind"]);
  await save({ ...manager(), name: "Second" });
  expect((await removeContact(world.users.amina, { locationId, contact: one?.id ?? 0 }, inWindow)).ok).toBe(true);
});

test("what a directory lacks is said: a manager with an address, and the location's own address", async () => {
  expect(missingContacts(await kept())).toHaveLength(2);
  await save(manager());
  await save(typed({ kind: "own", ownKind: "Admissions", name: "Desk", email: "desk@rosewood.example" }));
  expect(missingContacts(await kept())).toEqual([]);
});

test("no one changes contacts of a location where they do not work, nor a contact of another location", async () => {
  await save(manager());
  const [one] = await kept();
  for (const who of ["carla", "olive", "petra", "nate", "otto", "sita", "agnes", "gwen"] as const) {
    await expect(save(manager(), who)).rejects.toThrow("Not allowed");
    const removing = { locationId: world.at.rosewood, contact: one?.id ?? 0 };
    await expect(removeContact(world.users[who], removing, inWindow)).rejects.toThrow("Not allowed");
  }
  const elsewhere = { ...manager(), locationId: world.at.willowbank, contact: one?.id ?? 0, version: 1, name: "Taken" };
  expect((await save(elsewhere, "carla")).ok).toBe(false);
  expect((await kept())[0]?.name).toBe("Maya Patel");
});

test("the audit says in words who changed which contact", async () => {
  await save(manager());
  const { rows } = await auditEntries(world.users.sam, { table: "contact" }, { page: 1, size: 5 }, inWindow);
  expect(rows[0]).toMatchObject({ actor: world.users.amina.email, operation: "insert", reason: "saved a contact" });
});
