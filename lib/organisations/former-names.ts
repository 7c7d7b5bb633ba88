import type { AreaKind } from "@/lib/access/user";

/** Counties that councils no longer belong to, as people still say them, with the councils that stand there now. */
const counties: Record<string, readonly string[]> = {
  Avon: ["Bath and North East Somerset", "Bristol, City of", "North Somerset", "South Gloucestershire"],
  Bedfordshire: ["Bedford", "Central Bedfordshire", "Luton"],
  Berkshire: ["Bracknell Forest", "Reading", "Slough", "West Berkshire", "Windsor and Maidenhead", "Wokingham"],
  Cheshire: ["Cheshire East", "Cheshire West and Chester", "Halton", "Warrington"],
  Cleveland: ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"],
  Cumbria: ["Cumberland", "Westmorland and Furness"],
  Humberside: [
    "East Riding of Yorkshire",
    "Kingston upon Hull, City of",
    "North East Lincolnshire",
    "North Lincolnshire",
  ],
  Northamptonshire: ["North Northamptonshire", "West Northamptonshire"],
};

/** The former counties that a council is in: "Cumbria" for Cumberland. */
export const formerCounties = (council: string): string[] =>
  Object.entries(counties).flatMap(([county, councils]) => (councils.includes(council) ? [county] : []));

/**
 * What an area was called before, or is called for short: a Sub ICB was a CCG, a forum is an LRF, and a council may
 * stand in a county that is no more.
 */
export function formerNames({ kind, name, placeName }: { kind: AreaKind; name: string; placeName: string | null }) {
  if (kind === "sub_icb") return placeName ? [`NHS ${placeName} CCG`, `${placeName} Clinical Commissioning Group`] : [];
  if (kind === "lrf") return [`${name} LRF`, `${name} Local Resilience Forum`];
  return kind === "local_authority" ? formerCounties(name) : [];
}
