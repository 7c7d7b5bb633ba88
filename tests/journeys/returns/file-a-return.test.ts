import type { User } from "@/lib/access/user";
import { setClockOffset } from "@/lib/clock";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { refusalsForAlarm } from "@/lib/web/log-refusal";
import type { FormAction } from "@/components/ui";
import { formField } from "@/lib/returns/form-fields";
import { saveBeds } from "@/app/(dashboard)/beds/[location]/actions";
import {
  keepReturn,
  sendNil,
  sendReturn,
  sendUnchanged,
} from "@/app/(dashboard)/returns/[location]/[collection]/actions";
import { formToSend, returnForm } from "@/lib/returns/queries";
import { saveDraft } from "@/lib/returns/save-draft";
import { emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, inWindow } from "@/tests/support/cast";
import { rosewoodTyped } from "@/tests/support/returns";

let mockUser: User;
jest.mock("@/lib/web/session", () => ({
  currentUser: () => Promise.resolve(mockUser),
  whoPosted: () => Promise.resolve(mockUser),
}));
jest.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ origin: process.env.APP_ORIGIN ?? "" })),
}));
jest.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`goes to ${to}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
  forbidden: () => {
    throw new Error("forbidden");
  },
}));

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  mockUser = world.users.amina;
  setClockOffset(+inWindow - Date.now());
});
afterAll(() => setClockOffset(0));

/** Posts a form as the browser does, and says where it leads or what it answers. */
async function posted(action: FormAction, fields: Record<string, string>): Promise<string> {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.append(name, text);
  const answer = await action({ problems: [], typed: {} }, form).catch((thrown: unknown) => (thrown as Error).message);
  if (typeof answer === "string") return answer;
  const { [formField.draft]: _, ...kept } = fields;
  expect(answer.typed).toMatchObject(kept);
  return answer.problems.map(({ message }) => message).join("; ");
}

const formOf = (press: string, key = "form-1"): Record<string, string> => ({
  [formField.location]: String(world.at.rosewood),
  [formField.collection]: "care_home",
  [formField.key]: key,
  [formField.shown]: "2026-11 open",
  [formField.draft]: "0",
  [formField.press]: press,
});
const path = () => `/returns/${world.at.rosewood}/care_home`;

test("a manager saves a section, is told every problem, sees what changed, and sends the return once", async () => {
  expect(await posted(keepReturn, { ...formOf("staff"), nurses_employed: "4" })).toBe(
    `goes to ${path()}?saved=staff#saved-staff`,
  );
  expect(
    await posted(keepReturn, { ...formOf("check"), ...rosewoodTyped, nurses_employed: "many", flu_staff: "" }),
  ).toBe(
    "Registered nurses employed must be a whole number, like 12; Enter how many staff you employ have been vaccinated against flu",
  );
  expect(await db.return.count()).toBe(0);
  expect(await posted(keepReturn, { ...formOf("check"), ...rosewoodTyped })).toBe(`goes to ${path()}/check`);
  const form = await returnForm(mockUser, world.at.rosewood, "care_home", inWindow);
  expect(form && formToSend(form).differences.length).toBeGreaterThan(20);
  const first = await posted(sendReturn, { ...formOf(""), ...rosewoodTyped, [formField.draft]: "2" });
  expect(first).toMatch(new RegExp(`^goes to ${path()}/receipt/RET-.{9}\\?filed=now$`));
  expect(await posted(sendReturn, { ...formOf(""), ...rosewoodTyped })).toBe(first);
  expect(await db.return.count()).toBe(1);
  expect(await db.returnDraft.count()).toBe(0);
});

test("a check that finds something to put right keeps the draft first, and the form holds its version from then on", async () => {
  mockUser = world.users.shared;
  const check = async (version: string, nurses: string) => {
    const form = new FormData();
    const fields = { ...formOf("check"), ...rosewoodTyped, nurses_employed: nurses, [formField.draft]: version };
    for (const [name, text] of Object.entries(fields)) form.append(name, text);
    return keepReturn({ problems: [], typed: {} }, form);
  };
  const first = await check("0", "many");
  expect(first).toMatchObject({
    problems: [{ field: "nurses_employed" }],
    typed: { [formField.draft]: "1", nurses_employed: "many" },
  });
  const second = await check("1", "more");
  expect(second).toMatchObject({ problems: [{ field: "nurses_employed" }], typed: { [formField.draft]: "2" } });
  expect(await db.returnDraft.findFirst()).toMatchObject({ version: 2, typed: { nurses_employed: "more" } });
  const stale = await check("1", "less");
  expect(stale.problems).toMatchObject([
    { code: "draft.newer", warning: true, link: { label: "Open the form with their figures" } },
    { field: "nurses_employed" },
  ]);
});

test("a draft that was still on its way when a button was pressed does not take the place of the newer one", async () => {
  await posted(keepReturn, { ...formOf("staff"), nurses_employed: "4" });
  const late = {
    locationId: world.at.rosewood,
    collection: "care_home" as const,
    typed: { nurses_employed: "3" },
    version: 0,
    asTyped: true,
  };
  expect(await saveDraft(mockUser, late, inWindow)).toMatchObject({ ok: false, problems: [{ code: "draft.newer" }] });
  expect(await db.returnDraft.findFirst()).toMatchObject({ typed: { nurses_employed: "4" } });
  expect(await saveDraft(mockUser, { ...late, version: 1 }, inWindow)).toEqual({ ok: true, value: { version: 2 } });
});

test("in the next month, nothing has changed takes one press", async () => {
  await posted(sendReturn, { ...formOf(""), ...rosewoodTyped });
  const december = new Date("2026-12-09T10:00:00Z");
  setClockOffset(+december - Date.now());
  const form = await returnForm(mockUser, world.at.rosewood, "care_home", december);
  const fields = {
    ...formOf("", "form-2"),
    [formField.shown]: "2026-12 open",
    [formField.looked]: form?.unchanged.looked ?? "",
  };
  expect(await posted(sendUnchanged, fields)).toMatch(/receipt\/RET-/);
  expect(await db.return.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { source: "form" },
    { source: "unchanged" },
  ]);
});

test("a nil return needs its reason, and then leads to its receipt", async () => {
  expect(await posted(sendNil, formOf(""))).toBe("Select why there is nothing to report");
  expect(await posted(sendNil, { ...formOf(""), reason: "no_people", note: "" })).toMatch(/receipt\/RET-/);
});

test("a form that someone went back to and sent with another answer is filed again, not taken for a second press", async () => {
  const first = await posted(sendNil, { ...formOf(""), reason: "no_people", note: "" });
  expect(await posted(sendNil, { ...formOf(""), reason: "no_people", note: "" })).toBe(first);
  expect(await posted(sendNil, { ...formOf(""), reason: "closing", note: "" })).not.toBe(first);
  expect(await db.return.count()).toBe(2);
  expect(await db.return.findMany({ where: { supersededAt: null } })).toMatchObject([{ nilReason: "closing" }]);
});

test("characters that no keyboard can type are left out of a form, and a key that our pages did not give is refused", async () => {
  expect(await posted(keepReturn, { ...formOf("staff"), nurses_employed: "4\u0000", "reason.a\u0000": "b" })).toMatch(
    /saved=staff/,
  );
  expect(await db.returnDraft.findFirst()).toMatchObject({ typed: { nurses_employed: "4", "reason.a": "b" } });
  for (const key of ["form\u0000", "form-".padEnd(3000, "1"), ""])
    expect(await posted(sendNil, { ...formOf("", key), reason: "closing" })).toBe("Open the form again, then send it");
});

test("a page left open until after the window closes asks first, then files late", async () => {
  setClockOffset(+new Date("2026-11-17T00:00:30Z") - Date.now());
  const fields = { ...formOf(""), ...rosewoodTyped };
  expect(await posted(sendReturn, fields)).toMatch(/^The window closed at 11:59pm on Monday 16 November 2026, while/);
  expect(await posted(sendReturn, { ...fields, "accept.window.moved": "yes" })).toMatch(/receipt\/RET-/);
  expect(await db.return.findFirst()).toMatchObject({ late: true });
});

test("someone else's home is not found, however the form is put together", async () => {
  mockUser = world.users.carla;
  for (const action of [keepReturn, sendReturn, sendUnchanged, sendNil])
    expect(await posted(action, { ...formOf("check"), ...rosewoodTyped, reason: "closing" })).toBe("not found");
  const beds = { location: String(world.at.rosewood), key: "b", "beds.GEN_RES.capacity": "1" };
  expect(await posted(saveBeds, beds)).toBe("not found");
  expect(await db.return.count()).toBe(0);
});

test("beds are saved with one press", async () => {
  const beds = Object.fromEntries(Object.entries(rosewoodTyped).filter(([name]) => name.startsWith("beds.")));
  const fields = { location: String(world.at.rosewood), key: "beds-1", ...beds };
  for (let press = 1; press <= 2; press++)
    expect(await posted(saveBeds, fields)).toBe(`goes to /beds/${world.at.rosewood}?saved=now`);
  expect(await db.bedUpdate.count()).toBe(1);
  await posted(saveBeds, { ...fields, "beds.GEN_RES.occupied": "15" });
  expect(await db.bedUpdate.count()).toBe(2);
});

test("a field that is not on our forms is refused, in returns, nil returns and beds, and nothing is kept", async () => {
  for (const strange of ["isAdmin", "beds.nursing.price", "beds.PENTHOUSE.capacity", "__proto__x", "accept"]) {
    for (const action of [keepReturn, sendReturn, sendNil, sendUnchanged])
      expect([strange, await posted(action, { ...formOf(""), [strange]: "1" })]).toEqual([
        strange,
        expect.stringContaining("Part of this form was missing") as string,
      ]);
    expect(await posted(saveBeds, { location: String(world.at.rosewood), key: "1", [strange]: "1" })).toMatch(
      /Open the page again/,
    );
  }
  expect(await db.returnDraft.count()).toBe(0);
  expect(await db.return.count({ where: { locationId: world.at.rosewood } })).toBe(0);
});

test("an act that someone is not allowed leaves one line in the log: who, from where, what and to what", async () => {
  const warned = jest.spyOn(log, "warn").mockReturnValue(undefined);
  mockUser = world.users.olive;
  expect(await posted(sendNil, formOf(""))).toBe("not found");
  expect(warned.mock.calls).toEqual([
    [
      {
        account: world.users.olive.id,
        handle: world.users.olive.session,
        verb: "file a return",
        target: `form.location=${world.at.rosewood} form.draft=0`,
        address: null,
      },
      "refused",
    ],
  ]);
  const alarmed = jest.spyOn(log, "error").mockReturnValue(undefined);
  for (let i = 1; i < refusalsForAlarm + 5; i++) await posted(sendNil, formOf(""));
  expect(alarmed.mock.calls.map(([line]) => (line as { alarm: string }).alarm)).toEqual(["refusals"]);
  const told = () => db.email.findMany({ where: { template: "refused-often" }, select: { to: true, props: true } });
  for (let tries = 0; tries < 100 && (await told()).length === 0; tries++)
    await new Promise((go) => setTimeout(go, 20));
  expect(await told()).toEqual([
    {
      to: "support@tracker.example",
      props: expect.objectContaining({ email: "olive@cast.example", times: refusalsForAlarm }) as unknown,
    },
  ]);
  jest.restoreAllMocks();
});
