import { db, transact } from "@/lib/db";
import { unchangedSecret } from "@/lib/outbox/mailed-secrets";
import { fileByLink } from "@/lib/returns/file-by-link";
import { returnLink } from "@/lib/returns/return-link";
import { submitReturn } from "@/lib/returns/submit-return";
import { hashSecret, randomToken } from "@/lib/tokens";
import { emptyDatabase } from "@/tests/support/database";
import { type Cast, cast, type PersonName } from "@/tests/support/cast";
import { filingOf, withoutFlu } from "@/tests/support/returns";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});

const november = new Date("2026-11-10T10:00:00Z");
const december = new Date("2026-12-10T10:00:00Z");
const closes = new Date("2026-12-15T00:00:00Z");

async function linkOf(person: PersonName): Promise<string> {
  const nonce = randomToken();
  await transact(world.users[person], "a reminder", (tx) =>
    tx.returnLink.create({
      data: {
        accountId: world.users[person].id,
        locationId: world.at.rosewood,
        collection: "care_home",
        month: new Date("2026-12-01"),
        nonce,
        hash: hashSecret(unchangedSecret(nonce)),
        issuedAt: december,
        expiresAt: closes,
      },
    }),
  );
  return unchangedSecret(nonce);
}

const press = (secret: string, looked: string, now = december) =>
  fileByLink({ secret, looked, typed: {}, address: null, browser: null }, now);

async function looked(secret: string): Promise<string> {
  const link = await returnLink(secret, december);
  if (link.state !== "live") throw new Error(link.state);
  return link.form.unchanged.looked;
}

test("a reminder's link shows the last figures, files them with one press, and leaves no session behind", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), november);
  const secret = await linkOf("amina");
  const seen = await looked(secret);
  expect(await db.session.count()).toBe(0);
  expect(await press(secret, seen)).toMatchObject({ ok: true, value: { month: "2026-12", late: false } });
  expect(await db.return.findFirst({ where: { source: "reminder" } })).toMatchObject({
    submittedById: world.users.amina.id,
  });
  expect(await db.session.findMany()).toMatchObject([{ purpose: "file_one_return", endedAt: december }]);
  expect(await returnLink(secret, december)).toMatchObject({
    state: "used",
    reference: expect.stringMatching(/^RET-/) as string,
  });
});

test("a reminder's link takes the answers that the last return lacks, and nothing else that is typed", async () => {
  await submitReturn(
    world.users.amina,
    filingOf(world.at.rosewood, { typed: withoutFlu }),
    new Date("2026-10-09T10:00:00Z"),
  );
  const secret = await linkOf("amina");
  const seen = await looked(secret);
  const pressed = (typed: Record<string, string>) =>
    fileByLink({ secret, looked: seen, typed, address: null, browser: null }, december);
  expect(await pressed({})).toMatchObject({ ok: false, problems: [{ field: "flu_residents" }, {}, {}] });
  const flu = { flu_residents: "12", flu_staff: "20", flu_agency_staff: "1" };
  const link = await returnLink(secret, december);
  const older = link.state === "live" ? link.form.unchanged.asks.map(({ code = "" }) => code) : [];
  expect(older).toEqual([expect.stringMatching(/^unchanged\.older\.RET-/)]);
  expect(await pressed(flu)).toMatchObject({ ok: false, problems: [{ code: older[0], warning: true }] });
  const ticks = Object.fromEntries(older.map((code) => [`accept.${code}`, "yes"]));
  expect(await pressed({ ...flu, ...ticks, nurses_employed: "9" })).toMatchObject({ ok: true });
  const row = await db.return.findFirst({ where: { source: "reminder" }, include: { careHome: true } });
  expect(row?.careHome).toMatchObject({ flu_staff: 20, nurses_employed: 4 });
});

test("pressing twenty times at once files one return", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), november);
  const secret = await linkOf("amina");
  const seen = await looked(secret);
  const pressed = await Promise.all(Array.from({ length: 20 }, () => press(secret, seen)));
  expect(pressed.every(({ ok }) => ok)).toBe(true);
  expect(await db.return.count()).toBe(2);
});

test("figures that someone has since changed are not filed without being seen", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), november);
  const secret = await linkOf("amina");
  const seen = await looked(secret);
  await submitReturn(world.users.ben, filingOf(world.at.rosewood), december);
  expect(await press(secret, seen)).toMatchObject({
    ok: false,
    problems: [{ message: expect.stringMatching(/^Someone changed/) as string }],
  });
});

test("a link is gone once its window has closed or its person has lost the location, or if it is unknown", async () => {
  await submitReturn(world.users.amina, filingOf(world.at.rosewood), november);
  const secret = await linkOf("amina");
  expect(await returnLink(secret, closes)).toEqual({ state: "gone" });
  expect(await returnLink("no such secret", december)).toEqual({ state: "gone" });
  await transact(world.users.sam, "left", (tx) =>
    tx.access.updateMany({
      where: { accountId: world.users.amina.id },
      data: { endedAt: december, endedReason: "left" },
    }),
  );
  expect(await returnLink(secret, december)).toEqual({ state: "gone" });
  expect(await press(secret, "1.1")).toMatchObject({ ok: false });
});

test("a shared account has no link, since no one would know who pressed it", async () => {
  expect(await returnLink(await linkOf("shared"), december)).toEqual({ state: "gone" });
});
