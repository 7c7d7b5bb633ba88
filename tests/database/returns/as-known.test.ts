import { now, setClockOffset } from "@/lib/clock";
import { addMonths } from "@/lib/london";
import { complianceOf, windowsNow } from "@/lib/returns/queries";
import { importBankHolidays } from "@/lib/windows/support/import-bank-holidays";
import { switchCollection } from "@/lib/windows/support/switch-collection";
import { type Cast, cast } from "@/tests/support/cast";
import { asOwner, emptyDatabase } from "@/tests/support/database";

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
});
afterEach(() => setClockOffset(0));

const known = (at: Date) => complianceOf(world.users.olive, world.at.rosewood, at);

async function change(sql: string, values: unknown[]): Promise<void> {
  const owner = await asOwner();
  await owner.query("select set_config('capacity.actor', 'import', false)");
  await owner.query(sql, values);
}

/** What was known at a moment, asked at it and again after something changed. */
async function beforeAndAfter(changing: () => Promise<unknown>) {
  const moment = now();
  const before = await known(moment);
  await new Promise((waited) => setTimeout(waited, 5));
  await changing();
  return { before, after: await known(moment), today: await known(now()) };
}

test("a collection that support switched off later was still owed on a past day", async () => {
  const off = { collection: "care_home", types: [], reason: "The law has changed" };
  const { before, after, today } = await beforeAndAfter(() => switchCollection(world.users.sam, off, now()));
  expect(before?.map(({ collection }) => collection)).toEqual(["care_home"]);
  expect(after).toEqual(before);
  expect(today).toEqual([]);
});

test("what a register's import changes later, such as services or a day of deregistration, was not known on a past day", async () => {
  const { before, after, today } = await beforeAndAfter(async () => {
    await change("update location set types = '{home_care}', registered_on = null where id = $1", [world.at.rosewood]);
    await change("update location set types = '{care_home,home_care}', deregistered_on = $2 where id = $1", [
      world.at.rosewood,
      "2021-01-01",
    ]);
  });
  expect(before?.[0]?.compliance.standing).toBe("notice threshold");
  expect(after).toEqual(before);
  expect(today?.map(({ collection, compliance }) => [collection, compliance.standing])).toEqual([
    ["care_home", "on track"],
    ["home_care", "on track"],
  ]);
});

test("bank holidays imported later do not move the window of a past day, and do not move it back when they are removed", async () => {
  const month = addMonths((await windowsNow(now())).latestOpened.month, -2);
  const file = (dates: string[]) =>
    JSON.stringify({ "england-and-wales": { events: dates.map((date) => ({ title: "Proclaimed", date })) } });
  const proclaimed = [14, 15, 16, 17, 18].map((day) => `${month}-${day}`);
  const lastDay = (standings: Awaited<ReturnType<typeof known>>) =>
    standings?.[0]?.compliance.months.find((one) => one.month === month)?.window.lastDay;
  const first = await beforeAndAfter(() => importBankHolidays(world.users.sam, file(proclaimed)));
  expect(first.after).toEqual(first.before);
  expect(lastDay(first.today)).not.toBe(lastDay(first.before));
  const second = await beforeAndAfter(() => importBankHolidays(world.users.sam, file([`${month}-14`])));
  expect(second.before).toEqual(first.today);
  expect(second.after).toEqual(second.before);
  expect(lastDay(second.today)).not.toBe(lastDay(second.before));
});

test("a demo whose clock was set ahead reads the audit by the real one", async () => {
  setClockOffset(40 * 86_400_000);
  const { before, after } = await beforeAndAfter(() =>
    change("update location set types = '{home_care}' where id = $1", [world.at.rosewood]),
  );
  expect(before?.map(({ collection }) => collection)).toEqual(["care_home"]);
  expect(after).toEqual(before);
});
