import type { Transaction } from "@/lib/db";
import type { Tally } from "@/lib/registers/import/tally";
import type { GivenLocation } from "./given";

const careHomeServices = ["Care home service with nursing", "Care home service without nursing"];

/**
 * Fills in facts that a file leaves blank and that decide a location's types: from what we already know or, for a new
 * location, from its services. Blank does not mean no, and no number of beds does not mean zero.
 */
export async function fillFromKnown(tx: Transaction, given: readonly GivenLocation[], tally: Tally): Promise<void> {
  const blank = given.filter(({ location }) => [location.careHome, location.beds, location.dormant].includes(null));
  if (blank.length === 0) return;
  const found = await tx.location.findMany({
    where: { register: "cqc", registerId: { in: blank.map(({ location }) => location.registerId ?? "") } },
    select: { registerId: true, careHome: true, beds: true, dormant: true },
  });
  const known = new Map(found.map((each) => [each.registerId, each]));
  for (const { location, services, line } of blank) {
    const before = known.get(location.registerId ?? "");
    const tell = (kind: string) => tally.notice(kind, () => `line ${line}: ${location.name ?? ""}`);
    if (location.careHome === null && before?.careHome) tell("blank in the file, kept as it was: care home");
    location.careHome ??= before?.careHome ?? services.some((service) => careHomeServices.includes(service));
    if (location.beds === null && before?.beds) tell("blank in the file, kept as it was: beds");
    if (location.beds === null && !before && location.careHome) tell("care home without a number of beds");
    location.beds ??= before?.beds ?? 0;
    location.dormant ??= before?.dormant ?? false;
  }
}
