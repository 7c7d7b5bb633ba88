import { can } from "@/lib/access/policy";
import type { AccessLevel } from "@/lib/access/user";
import { db, disconnect } from "@/lib/db";
import { heldBy, accessTargetOf } from "@/lib/people/access-rows";
import { personWithAccess } from "@/lib/people/person-with-access";
import { person } from "@/lib/people/person";
import { people } from "@/lib/people/queries";
import { cast, inWindow, type Cast, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { openRecords } from "@/tests/support/open-records";

jest.setTimeout(30_000);
let world: Cast;
beforeAll(async () => {
  await emptyDatabase();
  world = await cast();
  for (const name of support) await openRecords(world, name);
});
afterAll(disconnect);

const names: PersonName[] = [
  "amina",
  "ben",
  "carla",
  "dan",
  "hope",
  "gwen",
  "harun",
  "sita",
  "olive",
  "rory",
  "iris",
  "leo",
  "nora",
  "nate",
  "petra",
  "agnes",
  "shared",
  "otto",
  "sam",
  "sue",
];
const everybodyBut = (...left: PersonName[]) => names.filter((name) => !left.includes(name));
const support: PersonName[] = ["sam", "sue"];

/** Written by hand from the table of roles: whose account each may reset, unlock and close. */
const manages: Partial<Record<PersonName, PersonName[]>> = {
  ben: ["amina", "shared"],
  sam: everybodyBut("sam"),
  sue: everybodyBut("sue"),
};

/** Whom each finds in the list of people they manage, themselves among them. */
const lists: Partial<Record<PersonName, PersonName[]>> = {
  ben: ["amina", "ben", "shared"],
  carla: ["carla"],
  olive: ["olive"],
  sam: names,
  sue: names,
};

describe.each(names)("%s", (who) => {
  const user = () => world.users[who];
  const heldByPerson = async (other: PersonName) => {
    const found = await personWithAccess(db, world.users[other].id, inWindow);
    if (!found) throw new Error(`no account for ${other}`);
    return found;
  };

  test("resets, unlocks and closes only the people that the roles say", async () => {
    const may: PersonName[] = [];
    for (const other of names)
      if (can(user(), "reset, unlock or deactivate a person", (await heldByPerson(other)).colleague)) may.push(other);
    expect(may).toEqual(manages[who] ?? []);
  });

  test("removes only Standard users of their own locations, and never themselves", async () => {
    const may: string[] = [];
    const expected: string[] = [];
    for (const other of names) {
      const { access, person: held } = await heldByPerson(other);
      for (const each of access) {
        const key = `${other} at ${each.id}`;
        if (can(user(), "remove a person from a place", accessTargetOf(each), heldBy(held, each.level))) may.push(key);
        if (support.includes(who) || (who === "ben" && (other === "amina" || other === "shared"))) expected.push(key);
      }
    }
    expect(may).toEqual(expected);
  });

  test("changes levels only as the roles say: approvers raise others and lower only themselves, and no one a shared account", async () => {
    const may: string[] = [];
    const expected: string[] = [];
    for (const other of names) {
      const { access, person: held } = await heldByPerson(other);
      for (const [at, each] of access.entries())
        for (const to of ["standard", "approver"] satisfies AccessLevel[]) {
          const key = `${other} ${at} ${to}`;
          if (can(user(), "change a person's level at a place", accessTargetOf(each), heldBy(held, each.level), to))
            may.push(key);
          const never = each.level === to || (to === "approver" && ["shared", "agnes"].includes(other));
          const bySupport = support.includes(who);
          const byApprover = to === "approver" ? who === "ben" && other === "amina" : who === other;
          if (!never && (bySupport || byApprover)) expected.push(key);
        }
    }
    expect(may).toEqual(expected);
  });

  test("leaves only what is their own, unless the account is shared or support's", () => {
    const may = names.filter((other) => can(user(), "leave a place", world.users[other].id));
    expect(may).toEqual(who === "shared" || support.includes(who) ? [] : [who]);
  });

  test("finds and opens exactly the people at what they approve for", async () => {
    const expected = lists[who];
    if (!expected) {
      await expect(people(user(), {}, { page: 1, size: 100 }, inWindow)).rejects.toThrow("Not allowed");
    } else {
      const { rows, total } = await people(user(), {}, { page: 1, size: 100 }, inWindow);
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.map((name) => world.users[name].id).sort());
      expect(total).toBe(expected.length);
    }
    for (const other of names) {
      const found = await person(user(), world.users[other].id, inWindow);
      expect([other, found !== null]).toEqual([other, expected?.includes(other) ?? false]);
      expect([other, found?.mayManage ?? false]).toEqual([other, manages[who]?.includes(other) ?? false]);
    }
  });
});
