import { hashPassword } from "@/lib/accounts/password-hash";
import { system, transact } from "@/lib/db";
import { dayOf, startOfDay } from "@/lib/london";
import { owedFromKey } from "@/lib/first-window";
import { demoAccounts, isShown } from "./accounts";
import { habitsOf, unitsOf } from "./habits";
import { passwordKey } from "./kept-password";
import { demoLocations } from "./locations";
import { demoMonths, firstDay } from "./months";
import { demoPassword } from "./password";
import { backgroundPeople } from "./people";
import { makeSpecial } from "./specials";
import { type Story, storyOf } from "./story";
import { waitingRegistrations } from "./waiting";
import { writeContacts, writeLocations, writeProviders } from "./write-places";
import { writeNews } from "./write-news";
import { writeOffers } from "./write-offers";
import { writePeople, writeWaiting } from "./write-people";
import { writeReturns } from "./write-returns";
import { writeSurveys } from "./write-surveys";
import { writeSuitability } from "./write-suitability";

const day = 86_400_000;

/** Of a place where no one has an account yet. */
const silence: Story = { returns: [], beds: [] };

/** All of the demo's world as it stands at a moment: the same for the same moment. */
export function demoWorld(now: Date) {
  const today = dayOf(now);
  const months = demoMonths(now);
  const locations = demoLocations(today);
  const specials = makeSpecial(locations, months, today, isShown);
  const units = unitsOf(locations);
  const habits = habitsOf(units, months, isShown);
  const nobody = new Set(specials.new.slice(0, 2));
  const stories = new Map(
    locations.map((location) => [location, nobody.has(location) ? silence : storyOf(location, habits, months)]),
  );
  const since = new Date(startOfDay(firstDay(months)).getTime() - 40 * day);
  const own = demoAccounts(locations, since, now);
  const background = backgroundPeople(locations, { own, stories, nobody, since, now });
  return {
    months,
    locations,
    specials,
    stories,
    people: [...own, ...background.people],
    managers: background.managers,
    waiting: waitingRegistrations(locations, specials, now),
  };
}

/** How many milliseconds filling may take: some twenty seconds on two quiet cores, and over a minute on busy ones. */
const within = 300_000;

/** Fills an empty database with the demo, all or nothing, and answers with the password of everyone in it. */
export async function fillDemo(now: Date): Promise<string> {
  const { locations, managers, people, stories, waiting } = demoWorld(now);
  const password = demoPassword();
  const hash = await hashPassword(password);
  await transact(
    system("demo"),
    "made up the demo",
    async (tx) => {
      // Between two statements it works out thousands of rows, which on a busy machine takes longer than a form may.
      await tx.$queryRaw`select set_config('capacity.bulk', 'on', true),
                                set_config('idle_in_transaction_session_timeout', ${`${within}ms`}, true)`;
      const providerIds = await writeProviders(tx, locations);
      const locationIds = await writeLocations(tx, locations, providerIds);
      await writeContacts(tx, managers, locationIds);
      const accounts = await writePeople(tx, people, { locations: locationIds, providers: providerIds }, hash, now);
      const written = { locations: locationIds, people: accounts };
      const { updates, by } = await writeReturns(tx, [...stories.values()], people, written);
      await writeOffers(tx, stories, updates, now);
      await writeSuitability(tx, locations, locationIds, stories, by);
      await writeWaiting(tx, waiting, locationIds);
      await writeNews(tx, now);
      await writeSurveys(tx, now);
      await tx.setting.create({ data: { key: passwordKey, value: password } });
      await tx.setting.create({ data: { key: owedFromKey, value: firstDay(demoMonths(now)).slice(0, 7) } });
    },
    { timeout: within },
  );
  return password;
}
