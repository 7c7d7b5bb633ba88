import { readFileSync } from "node:fs";
import path from "node:path";
import { diceFor } from "./dice";
import type { DemoLocation, DemoPerson } from "./world";
import { mobile } from "./whereabouts";

/** Someone of the demo as `demo-accounts.json` lists them: who they are, and by which names what they reach is found. */
interface Listed extends Pick<DemoPerson, "email" | "fullName" | "jobTitle" | "kind" | "level"> {
  who: string;
  generic?: true;
  findsCapacity?: true;
  area?: NonNullable<DemoPerson["area"]>;
  /** One location. */
  at?: string;
  /** The locations of a provider, or the first so many of them. */
  of?: string;
  most?: number;
  /** A provider as such. */
  provider?: string;
}

const listed = JSON.parse(readFileSync(path.join(__dirname, "../demo-accounts.json"), "utf8")) as Listed[];

/** The providers whose places the demo's own accounts show: ordinary ones, whatever becomes of others. */
const shown = [
  "Fernbank Care Homes Limited",
  "Pennine Edge Care Group Limited",
  "Brightdoor Home Care Limited",
  "Larkfield Hospice Trust",
];

export const isShown = ({ provider }: DemoLocation): boolean => shown.includes(provider.name);

/** The people that anyone may sign in as, in the order in which they are offered. */
export function demoAccounts(locations: readonly DemoLocation[], since: Date, now: Date): DemoPerson[] {
  const ofProvider = (name: string) => locations.filter((location) => location.provider.name === name);
  return listed.map(({ who: _, at, of, most, provider, ...person }) => {
    const lastSignedInAt = new Date(now.getTime() - diceFor(person.email).whole(20, 200) * 3_600_000);
    const telephone = mobile(diceFor(person.email));
    const [one] = provider === undefined ? [] : ofProvider(provider);
    return {
      ...person,
      ...(at !== undefined && { locations: locations.filter(({ name }) => name === at) }),
      ...(of !== undefined && { locations: ofProvider(of).slice(0, most) }),
      ...(one && { provider: one.provider }),
      telephone,
      communications: true,
      createdAt: since,
      lastSignedInAt,
    };
  });
}
