import { disconnect } from "@/lib/db";
import { homeOf } from "@/lib/home/home";
import { submitReturn } from "@/lib/returns/submit-return";
import { type Cast, cast, inWindow, type PersonName } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";
import { filingOf } from "@/tests/support/returns";
import { state } from "@/tests/support/stating";

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
const forEveryone = ["News", "My account", "Reporting windows", "Help"];

test("everyone's home page shows what their own work needs, and then what everyone has", async () => {
  const own: Partial<Record<PersonName, string[]>> = {
    amina: ["Care home return: Rosewood", "Update beds: Rosewood", "All your returns", "How you compare"],
    shared: ["Care home return: Rosewood", "Update beds: Rosewood", "All your returns", "How you compare"],
    dan: ["Home care return: Larch Home Care", "All your returns", "How you compare"],
    hope: ["Find a bed or home care", "Update beds: Brightwell Hospice", "All your returns"],
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
