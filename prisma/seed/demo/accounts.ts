import { readFileSync } from "node:fs";
import path from "node:path";
import { diceFor } from "./dice";
import type { DemoLocation, DemoPerson } from "./world";
import { mobile } from "./whereabouts";

type Part = Pick<DemoPerson, "fullName" | "jobTitle" | "kind" | "level"> &
  Partial<Pick<DemoPerson, "generic" | "findsCapacity" | "locations" | "provider" | "area">>;

const listed = JSON.parse(readFileSync(path.join(__dirname, "../demo-accounts.json"), "utf8")) as { email: string }[];

/** The providers whose places the demo's own accounts show: ordinary ones, whatever becomes of others. */
const shown = [
  "Fernbank Care Homes Limited",
  "Pennine Edge Care Group Limited",
  "Brightdoor Home Care Limited",
  "Larkfield Hospice Trust",
];

export const isShown = ({ provider }: DemoLocation): boolean => shown.includes(provider.name);

const multisite = 12;

/** The people that anyone may sign in as, in the order in which they are offered. */
export function demoAccounts(locations: readonly DemoLocation[], since: Date, now: Date): DemoPerson[] {
  const at = (name: string) => locations.filter((location) => location.name === name);
  const of = (provider: string) => locations.filter((location) => location.provider.name === provider);
  const pennine = of("Pennine Edge Care Group Limited");
  const parts: Record<string, Part> = {
    manager: {
      fullName: "Amina Yusuf",
      jobTitle: "Registered manager",
      kind: "care_home",
      level: "standard",
      locations: at("Fernbank House"),
    },
    approver: {
      fullName: "Ben Crossdale",
      jobTitle: "Operations director",
      kind: "care_home",
      level: "approver",
      locations: of("Fernbank Care Homes Limited"),
    },
    multisite: {
      fullName: "Chidi Nwosu",
      jobTitle: "Area manager",
      kind: "care_home",
      level: "standard",
      locations: pennine.slice(0, multisite),
    },
    homecare: {
      fullName: "Deepa Desai",
      jobTitle: "Registered manager",
      kind: "home_care",
      level: "approver",
      locations: at("Brightdoor Home Care"),
    },
    hospice: {
      fullName: "Elaine Redfern",
      jobTitle: "Ward manager",
      kind: "hospice",
      level: "approver",
      findsCapacity: true,
      locations: at("Larkfield Hospice"),
    },
    parent: {
      fullName: "Farah Iqbal",
      jobTitle: "Head of compliance",
      kind: "parent",
      level: "standard",
      ...(pennine[0] && { provider: pennine[0].provider }),
    },
    gp: {
      fullName: "Gareth Lomax",
      jobTitle: "Care coordinator",
      kind: "gp",
      level: "standard",
      findsCapacity: true,
      locations: at("Millgate Meadow Surgery"),
    },
    discharge: {
      fullName: "Hannah Ogden",
      jobTitle: "Discharge coordinator",
      kind: "nhs_acute",
      level: "standard",
      locations: at("Moorside Infirmary"),
    },
    search: { fullName: "Ian Pilling", jobTitle: "Social worker", kind: "search_only", level: "standard" },
    council: {
      fullName: "Janet Siddall",
      jobTitle: "Commissioning officer",
      kind: "local_authority",
      level: "approver",
      area: { kind: "local_authority", name: "Oldham" },
    },
    subicb: {
      fullName: "Kwame Danso",
      jobTitle: "Head of continuing care",
      kind: "sub_icb",
      level: "standard",
      area: { kind: "sub_icb", name: "Oldham" },
    },
    lrf: {
      fullName: "Laura Tattersall",
      jobTitle: "Resilience lead",
      kind: "lrf",
      level: "standard",
      area: { kind: "lrf", name: "Greater Manchester" },
    },
    region: {
      fullName: "Malik Bashir",
      jobTitle: "Regional analyst",
      kind: "nhs_region",
      level: "standard",
      area: { kind: "nhs_region", name: "North West" },
    },
    national: {
      fullName: "Nadia Kowalczyk",
      jobTitle: "National analyst",
      kind: "national",
      level: "standard",
      area: { kind: "country", name: "England" },
    },
    aggregate: { fullName: "Olu Bakare", jobTitle: "Policy adviser", kind: "aggregate_only", level: "standard" },
    generic: {
      fullName: "Fernbank Lodge office",
      jobTitle: "Shared account",
      kind: "care_home",
      level: "standard",
      generic: true,
      locations: at("Fernbank Lodge"),
    },
    support: { fullName: "Priya Varley", jobTitle: "Support team", kind: "support", level: "standard" },
  };
  return listed.map(({ email }) => {
    const part = parts[email.split("@")[0] ?? ""];
    if (!part) throw new Error(`Nobody in the demo has the address ${email}`);
    const lastSignedInAt = new Date(now.getTime() - diceFor(email).whole(20, 200) * 3_600_000);
    const telephone = mobile(diceFor(email));
    return { ...part, email, telephone, communications: true, createdAt: since, lastSignedInAt };
  });
}
