import type { AccessLevel } from "@/lib/access/user";
import type { AccountKind } from "@/lib/access/kinds";
import { landline } from "./whereabouts";
import { diceFor } from "./dice";
import type { Specials } from "./specials";
import type { DemoLocation } from "./world";

/** Someone who registered and waits to be let in. */
export interface Waiting {
  reference: string;
  email: string;
  fullName: string;
  telephone: string;
  jobTitle: string;
  kind: AccountKind;
  organisation: string | null;
  why: string | null;
  level: AccessLevel;
  at: Date;
  location?: DemoLocation;
  council?: string;
}

const hour = 3_600_000;

/** Registrations waiting: one for an approver, the others for support, one of them for too long. */
export function waitingRegistrations(locations: readonly DemoLocation[], specials: Specials, now: Date): Waiting[] {
  const fernbank = locations.find(({ name }) => name === "Fernbank House");
  const [home, homeCare] = specials.new;
  if (!fernbank || !home || !homeCare) throw new Error("The demo lacks the places that people ask for");
  const ago = (hours: number) => new Date(now.getTime() - hours * hour);
  const plain = { organisation: null, why: null, level: "standard" as const };
  const asked = [
    {
      ...plain,
      reference: "REG-4H7Q-2MXD",
      fullName: "Saima Rahman",
      jobTitle: "Deputy manager",
      kind: "care_home",
      email: `saima.rahman@${fernbank.provider.domain}`,
      at: ago(5),
      location: fernbank,
    },
    {
      ...plain,
      reference: "REG-8TRW-6K3N",
      fullName: "Piotr Janowska",
      jobTitle: "Registered manager",
      kind: "care_home",
      level: "approver",
      email: `piotr.janowska@${home.provider.domain}`,
      at: ago(21),
      location: home,
    },
    {
      ...plain,
      reference: "REG-3VPC-9JGA",
      fullName: "Lorraine Mellor",
      jobTitle: "Branch manager",
      kind: "home_care",
      level: "approver",
      email: `lorraine.mellor@${homeCare.provider.domain}`,
      at: ago(77),
      location: homeCare,
    },
    {
      ...plain,
      reference: "REG-6DYE-4BH7",
      fullName: "Tariq Hussaini",
      jobTitle: "Brokerage officer",
      kind: "search_only",
      organisation: "Three Boroughs Brokerage",
      why: "I look for places for people who leave hospital.",
      email: "tariq.hussaini@brokerage.example",
      at: ago(30),
    },
    {
      ...plain,
      reference: "REG-9QNX-5RT2",
      fullName: "Wendy Ecclestone",
      jobTitle: "Quality officer",
      kind: "local_authority",
      email: "wendy.ecclestone@rochdale-council.example",
      at: ago(11),
      council: "Rochdale",
    },
  ] satisfies Omit<Waiting, "telephone">[];
  return asked.map((one) => ({ ...one, telephone: landline(diceFor(one.email)) }));
}
