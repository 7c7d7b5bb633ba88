import { certain } from "./certain";
import { type Dice, diceFor } from "./dice";
import { inAddress } from "./names";
import type { Story } from "./story";
import { mobile, personName } from "./whereabouts";
import { type DemoLocation, type DemoPerson, type DemoProvider, isA } from "./world";

/** Who runs a place: its Manager contact, with an account or without. */
export interface Manager {
  location: DemoLocation;
  fullName: string;
  email: string;
  telephone: string;
}

export interface Background {
  people: DemoPerson[];
  managers: Manager[];
}

interface Told {
  /** The demo's own accounts: where one files, it stands for the manager. */
  own: readonly DemoPerson[];
  stories: ReadonlyMap<DemoLocation, Story>;
  /** Places where no one ever had an account. */
  nobody: ReadonlySet<DemoLocation>;
  /** Before the first return. */
  since: Date;
  now: Date;
}

const day = 86_400_000;

/** Everyone else who has an account, and each place's manager. Most places have one to three people. */
export function backgroundPeople(
  locations: readonly DemoLocation[],
  told: Told,
  used = new Map<string, number>(),
): Background {
  const managers = locations.map((location) => managerOf(location, told, used));
  const providers = [...new Set(locations.map(({ provider }) => provider))];
  const people = providers.flatMap((provider) => {
    const theirs = managers.filter(({ location }) => location.provider === provider && !told.nobody.has(location));
    return theirs.length === 0 ? [] : peopleOf(provider, theirs, told, used);
  });
  return { people, managers };
}

/** An address of that name that no one has yet. */
function addressFor(name: string, domain: string, used: Map<string, number>): string {
  const wanted = `${inAddress(name)}@${domain}`;
  const before = used.get(wanted) ?? 0;
  used.set(wanted, before + 1);
  return before === 0 ? wanted : wanted.replace("@", `${before + 1}@`);
}

function managerOf(location: DemoLocation, { own }: Told, used: Map<string, number>): Manager {
  const dice = diceFor(`manager of ${location.registerId}`);
  const known = own.find(
    ({ locations, kind, generic }) => !generic && kind === location.types[0] && locations?.[0] === location,
  );
  if (known) return { location, fullName: known.fullName, email: known.email, telephone: known.telephone };
  const fullName = personName(dice);
  return {
    location,
    fullName,
    email: addressFor(fullName, location.provider.domain, used),
    telephone: mobile(dice),
  };
}

function peopleOf(provider: DemoProvider, managers: Manager[], told: Told, used: Map<string, number>): DemoPerson[] {
  const dice = diceFor(`people of ${provider.name}`);
  const many = managers.length > 1;
  const people: DemoPerson[] = [];
  if (many || dice.happens(0.35)) people.push(headOffice(dice, provider, managers, told, used));
  for (const manager of managers) {
    if (told.own.some(({ email }) => email === manager.email)) continue;
    const own = diceFor(`account of ${manager.email}`);
    if (people.length === 0 || !many || own.happens(0.55)) people.push(managersAccount(own, manager, told, many));
    if (own.happens(0.14)) people.push(deputy(own, manager, told, used));
  }
  return people;
}

function headOffice(
  dice: Dice,
  provider: DemoProvider,
  managers: Manager[],
  { since, now }: Told,
  used: Map<string, number>,
): DemoPerson {
  const fullName = personName(dice);
  const locations = managers.map(({ location }) => location);
  return {
    email: addressFor(fullName, provider.domain, used),
    fullName,
    telephone: mobile(dice),
    jobTitle: locations.length > 4 ? "Operations manager" : "Owner",
    kind: certain(managers[0]?.location.types[0]),
    communications: dice.happens(0.7),
    createdAt: since,
    lastSignedInAt: new Date(now.getTime() - dice.whole(3, 40) * day),
    level: "approver",
    locations,
  };
}

/** A manager's own account. Where they are alone and nothing has come for a while, they have left. */
function managersAccount(
  dice: Dice,
  { location, fullName, email, telephone }: Manager,
  { stories, since, now }: Told,
  many: boolean,
): DemoPerson {
  const { returns = [], beds = [] } = stories.get(location) ?? {};
  const newest = Math.max(0, ...[...returns, ...beds].map(({ at }) => at.getTime()));
  const quiet = newest > 0 && now.getTime() - newest > 60 * day && isA(location, "care_home");
  const late = many && dice.happens(0.4) ? dice.whole(30, 380) * day : 0;
  return {
    email,
    fullName,
    telephone,
    jobTitle: "Registered manager",
    kind: certain(location.types[0]),
    communications: dice.happens(0.6),
    createdAt: new Date(since.getTime() + late),
    lastSignedInAt: new Date(quiet ? newest : now.getTime() - dice.whole(1, 45) * day),
    ...(quiet && !many && { leftAt: new Date(newest + 9 * day) }),
    level: !many || dice.happens(0.3) ? "approver" : "standard",
    locations: [location],
  };
}

function deputy(dice: Dice, { location }: Manager, { since, now }: Told, used: Map<string, number>): DemoPerson {
  const fullName = personName(dice);
  return {
    email: addressFor(fullName, location.provider.domain, used),
    fullName,
    telephone: mobile(dice),
    jobTitle: dice.pick(["Deputy manager", "Administrator", "Senior carer"]),
    kind: certain(location.types[0]),
    communications: dice.happens(0.5),
    createdAt: new Date(since.getTime() + dice.whole(0, 400) * day),
    lastSignedInAt: dice.happens(0.85) ? new Date(now.getTime() - dice.whole(1, 120) * day) : null,
    level: "standard",
    locations: [location],
  };
}
