import { Forbidden } from "@/lib/access/policy";
import { db, disconnect, system, transact } from "@/lib/db";
import { mailNews } from "@/lib/news/mail-news";
import { markAllRead, markRead } from "@/lib/news/mark-read";
import { newsFor, newsOf, unreadNews } from "@/lib/news/queries";
import { newsDraft, newsState, newsWritten } from "@/lib/news/support/queries";
import { publishNews } from "@/lib/news/support/publish-news";
import { saveNews } from "@/lib/news/support/save-news";
import { withdrawNews } from "@/lib/news/support/withdraw-news";
import { londonInstant } from "@/lib/london";
import { areaLines, areasTyped } from "@/lib/organisations/areas-typed";
import { type Cast, cast, inWindow as now, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { newsTyped } from "@/tests/support/news";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const written = async (changes: Parameters<typeof newsTyped>[0] = {}): Promise<number> => {
  const saved = await saveNews(world.users.sam, null, newsTyped(changes), now);
  if (!saved.ok) throw new Error(saved.problems.map(({ message }) => message).join("; "));
  return saved.value.id;
};
const published = async (changes: Parameters<typeof newsTyped>[0] = {}): Promise<number> => {
  const id = await written(changes);
  expect((await publishNews(world.users.sam, id, now)).ok).toBe(true);
  return id;
};
const readers = async (id: number): Promise<PersonName[]> => {
  const seeing: PersonName[] = [];
  for (const name of Object.keys(world.users) as PersonName[])
    if (await newsOf(world.users[name], id, now)) seeing.push(name);
  return seeing.sort();
};
const agreeAll = () =>
  transact(system("test"), "agreed to news", (tx) => tx.account.updateMany({ data: { communications: true } }));
const mailed = async () => (await db.email.findMany({ where: { template: "news-published" } })).map(({ to }) => to);

test("everyone sees news that is for everyone, and no one sees a draft", async () => {
  const draft = await written();
  expect(await readers(draft)).toEqual([]);
  expect(await readers(await published())).toEqual(Object.keys(world.users).sort());
});

test("news for a kind of account is seen by that kind and by support", async () => {
  expect(await readers(await published({ forKinds: ["home_care", "hospice"] }))).toEqual(["dan", "hope", "sam", "sue"]);
});

test("news for a council is seen by its care providers and by everyone who oversees locations there", async () => {
  const oldham = ["agnes", "amina", "ben", "gwen", "harun", "hope", "iris", "leo", "nate", "nora", "olive", "petra"];
  expect(await readers(await published({ areas: "Oldham" }))).toEqual([...oldham, "sam", "shared", "sue"]);
  expect(await readers(await published({ areas: "Barnsley", forKinds: ["home_care"] }))).toEqual(["dan", "sam", "sue"]);
});

test("scheduled news is shown from 8am on its day, and withdrawn news is gone", async () => {
  const id = await published({ showsFrom: "2026-11-12" });
  const state = async () => newsState((await newsDraft(world.users.sam, id)) as never, now);
  expect(await state()).toBe("scheduled");
  const shownAt = async (time: string) => (await newsFor(world.users.amina, londonInstant("2026-11-12", time))).length;
  expect([await shownAt("07:59"), await shownAt("08:00")]).toEqual([0, 1]);
  await withdrawNews(world.users.sam, id, now);
  expect([await shownAt("08:00"), await state()]).toEqual([0, "withdrawn"]);
  expect((await saveNews(world.users.sam, id, newsTyped(), now)).ok).toBe(false);
});

test("news is unread until it is marked as read, by each person on their own", async () => {
  const [first] = [await published(), await published()];
  expect(await unreadNews(world.users.amina, now)).toBe(2);
  await markRead(world.users.amina, first, now);
  await markRead(world.users.amina, first, now);
  expect(await unreadNews(world.users.amina, now)).toBe(1);
  await markAllRead(world.users.amina, now);
  expect([await unreadNews(world.users.amina, now), await unreadNews(world.users.ben, now)]).toEqual([0, 2]);
});

test("marking all as read leaves nothing unread, older news than the list shows among it", async () => {
  const { id } = world.users.sam;
  const news = { kind: "bulletin", title: "Beds", summary: "Beds", body: "Beds", byEmail: false };
  const whom = { forKinds: [], forAreas: [] };
  const out = { ...news, ...whom, writtenAt: now, writtenById: id, publishedAt: now, publishedById: id };
  await transact(system("test"), "published a lot of news", (tx) =>
    tx.newsItem.createMany({ data: Array.from({ length: 120 }, () => out) }),
  );
  expect(await newsFor(world.users.amina, now)).toHaveLength(100);
  expect(await unreadNews(world.users.amina, now)).toBe(120);
  await markAllRead(world.users.amina, now);
  expect(await unreadNews(world.users.amina, now)).toBe(0);
});

test("news that is not for someone cannot be marked as read by them", async () => {
  await markRead(world.users.dan, await published({ forKinds: ["hospice"] }), now);
  expect(await db.newsRead.count()).toBe(0);
});

test("news is emailed once, to people it is for who agreed to be sent news", async () => {
  await transact(system("test"), "agreed to news", (tx) =>
    tx.account.updateMany({
      where: { email: { in: ["amina@cast.example", "carla@cast.example"] } },
      data: { communications: true },
    }),
  );
  await published({ areas: "Oldham", byEmail: true });
  await mailNews(now);
  await mailNews(now);
  expect(await mailed()).toEqual(["amina@cast.example"]);
});

test("the people who are emailed are the very people who see it", async () => {
  await agreeAll();
  for (const aim of [{ areas: "Oldham" }, { areas: "Rochdale" }, { areas: "North West", forKinds: ["care_home"] }]) {
    const id = await published({ ...aim, byEmail: true });
    await mailNews(now);
    const got = await db.email.findMany({ where: { uniqueKey: { startsWith: `news:${id}:` } } });
    expect(got.map(({ to }) => to.split("@")[0]).sort()).toEqual(await readers(id));
  }
});

test("news that is not to be emailed, is not out yet or was withdrawn is not emailed", async () => {
  await agreeAll();
  await published();
  await published({ byEmail: true, showsFrom: "2026-11-12" });
  await withdrawNews(world.users.sam, await published({ byEmail: true }), now);
  await mailNews(now);
  expect(await mailed()).toEqual([]);
});

test("every problem with a piece of news is said at once, and nothing is kept", async () => {
  const typed = { kind: "", title: " ", summary: "x".repeat(301), body: "", areas: "Oldam", showsFrom: null } as const;
  const refused = await saveNews(world.users.sam, null, newsTyped(typed), now);
  expect(refused.ok ? [] : refused.problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([
    "kind: Select what kind of news this is",
    "title: Enter the title",
    "summary: The summary must be 300 characters or fewer",
    "body: Enter the text",
    "areas: No area is called “Oldam”. Enter the full name of a council, ICB, Sub ICB, forum or region, or its ONS or ODS code",
    "showsFrom: Enter a full date, such as 27 11 2026, or leave it blank",
  ]);
  expect(await db.newsItem.count()).toBe(0);
});

test("areas are typed by name or code, and shown again as they can be typed", async () => {
  const { ids, problem } = await areasTyped("Oldham\r\n\nNorth West\n", now);
  expect([problem, ids.length]).toEqual([null, 2]);
  const lines = await areaLines(ids, now);
  expect((await areasTyped(lines.join("\n"), now)).ids).toEqual(ids);
});

test("only support writes, publishes, withdraws and lists news", async () => {
  const id = await written();
  for (const name of ["amina", "olive", "nate"] as const) {
    await expect(saveNews(world.users[name], null, newsTyped(), now)).rejects.toThrow(Forbidden);
    await expect(publishNews(world.users[name], id, now)).rejects.toThrow(Forbidden);
    await expect(withdrawNews(world.users[name], id, now)).rejects.toThrow(Forbidden);
    await expect(newsWritten(world.users[name])).rejects.toThrow(Forbidden);
  }
});

test("who published a piece of news is kept, and it is published once", async () => {
  const id = await published();
  expect((await publishNews(world.users.sue, id, now)).ok).toBe(false);
  expect(await newsDraft(world.users.sam, id)).toMatchObject({ publishedById: world.users.sam.id, publishedAt: now });
});
