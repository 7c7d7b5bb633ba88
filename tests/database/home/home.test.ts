import { disconnect } from "@/lib/db";
import { homeOf } from "@/lib/home/home";
import { sendAnswers } from "@/lib/surveys/send-answers";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { state } from "@/tests/support/stating";
import { surveyOut, worked } from "@/tests/support/surveys";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterAll(disconnect);

const wantsOf = async (name: PersonName) => (await homeOf(world.users[name], inWindow)).wants;
const titlesOf = async (name: PersonName) => (await wantsOf(name)).map(({ title }) => title);

const everyonesOf = (name: PersonName) =>
  forEveryone.flatMap((title) => (title === "My account" && name === "sam" ? ["Admin", title] : [title]));
const setUp = "Set up your location: 4 steps";
const forEveryone = ["News", "My account", "Reporting windows", "Help"];

test("everyone's home page shows what their own work needs, and then what everyone has", async () => {
  const own: Partial<Record<PersonName, string[]>> = {
    amina: ["Care home return: Rosewood", setUp, "Update beds: Rosewood", "All your returns", "How you compare"],
    shared: ["Care home return: Rosewood", setUp, "Update beds: Rosewood", "All your returns", "How you compare"],
    dan: ["Home care return: Larch Home Care", setUp, "All your returns", "How you compare"],
    hope: [setUp, "Find a bed or home care", "Update beds: Brightwell Hospice", "All your returns"],
    sita: ["Find a bed or home care", "Saved searches", "Shortlist"],
    harun: ["Find a bed or home care", "Saved searches", "Shortlist", "My access"],
    gwen: ["Find a bed or home care", "Saved searches", "Shortlist", "My access"],
    petra: ["Find a bed or home care", "Locations to contact"],
    olive: ["People awaiting approval", "Find a bed or home care", "Locations to contact", "Oldham"],
    nate: ["Find a bed or home care", "Locations to contact", "England"],
    agnes: ["England"],
    sam: ["People awaiting approval", "Find a bed or home care"],
  };
  for (const [name, titles] of Object.entries(own) as [PersonName, string[]][])
    expect([name, ...(await titlesOf(name))]).toEqual([
      name,
      ...titles,
      ...(["sita", "harun", "gwen"].includes(name) ? [] : ["Reports"]),
      ...(name === "sita" || name === "agnes" ? [] : ["Providers"]),
      ...everyonesOf(name),
    ]);
});

test("someone who files for several locations can update them in one workbook", async () => {
  expect(await titlesOf("ben")).toContain("Bulk update");
  expect(await titlesOf("amina")).not.toContain("Bulk update");
});

test("only someone who cannot yet see or search for anything is told so", async () => {
  const told = [];
  for (const name of Object.keys(world.users) as PersonName[])
    if ((await homeOf(world.users[name], inWindow)).nothingYet) told.push(name);
  expect(told).toEqual(["otto"]);
});

test("a return that is due comes first for the person who files it, and moves down once it is filed", async () => {
  const before = (await wantsOf("amina"))[0];
  expect(before).toMatchObject({ urgency: "now", stands: { state: "due", started: false } });
  expect((await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow)).ok).toBe(true);
  const after = (await wantsOf("amina"))[0];
  expect(after).toMatchObject({ urgency: "done", stands: { state: "filed" } });
  expect(after?.says).toMatch(/^Filed at .* by Amina Yusuf\.$/);
});

test("beds that have been stated can be confirmed with one press, and show what is vacant", async () => {
  const at = new Date(inWindow.getTime() - 2 * 86_400_000);
  const updateId = await state(world.users.amina, world.at.rosewood, { at, free: { GEN_RES: 2 } });
  const beds = (await wantsOf("amina")).find(({ title }) => title === "Update beds: Rosewood");
  expect(beds?.says).toBe("Vacant: 2 general residential, confirmed 2 days ago.");
  expect(beds?.confirms).toEqual({ locationId: world.at.rosewood, location: "Rosewood", updateId });
});

test("a head office is told how many of its locations have not filed", async () => {
  const waiting = async () => (await wantsOf("petra")).find(({ key }) => key === "worklist");
  const first = await waiting();
  expect(first).toMatchObject({ figure: 2, urgency: "now" });
  expect((await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow)).ok).toBe(true);
  expect(await waiting()).toMatchObject({ figure: 1 });
});

test("a new location is told what to do first, with what is done ticked, until all is done", async () => {
  const steps = async () => (await wantsOf("amina")).find(({ title }) => title === setUp)?.steps;
  expect((await steps())?.map(({ done }) => done)).toEqual([false, false, false, false]);
  expect((await submitReturn(world.users.amina, filingOf(world.at.rosewood), inWindow)).ok).toBe(true);
  expect((await steps())?.map(({ done }) => done)).toEqual([false, false, false, true]);
  const later = new Date(inWindow.getTime() + 61 * 86_400_000);
  const titles = (await homeOf(world.users.amina, later)).wants.map(({ title }) => title);
  expect(titles).not.toContain(setUp);
});

test("a survey to answer is named with its last day, and is gone once it is answered", async () => {
  const id = await surveyOut(world.users.sam, { closesOn: "2026-11-20" }, inWindow);
  const want = async (name: PersonName) => (await wantsOf(name)).find(({ key }) => key === "surveys");
  expect(await want("amina")).toMatchObject({
    figure: 1,
    urgency: "now",
    href: `/providers/${world.at.rosewood}/surveys/${id}`,
    says: "Syringe drivers, for Rosewood. Answer by 20 November 2026.",
  });
  expect(await want("ben")).toMatchObject({ figure: 2, href: "/surveys" });
  expect((await titlesOf("olive")).includes("Surveys")).toBe(true);
  expect((await titlesOf("dan")).includes("Surveys to answer")).toBe(false);
  const sent = {
    locationId: world.at.rosewood,
    surveyId: id,
    version: 1,
    looked: 0,
    posted: { p1: "no" },
    over: false,
  };
  worked(await sendAnswers(world.users.amina, sent, inWindow));
  expect(await want("amina")).toBeUndefined();
});
