import { allow } from "@/lib/access/policy";
import { type AccountKind, isGivenAreas, locationKinds } from "@/lib/access/kinds";
import type { AreaKind, User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { companiesNamed, locationSearch } from "@/lib/locations/search-queries";
import { foldedWords } from "@/lib/locations/sought";
import { areasNamed } from "@/lib/organisations/queries";
import type { TargetKey } from "./targets";

export interface PlaceToGive {
  key: TargetKey;
  name: string;
  about: string;
}

const everyArea: AreaKind[] = ["country", "nhs_region", "ons_region", "icb", "sub_icb", "local_authority", "lrf"];

/** The places that support may give an account of this kind access to, found by postcode, name, register id or code. */
export async function placesToGive(user: User, kind: AccountKind, words: string, now: Date): Promise<PlaceToGive[]> {
  allow(user, "support people");
  if (words.trim().length < 2) return [];
  const [locations, providers, areas] = await Promise.all([
    isGivenAreas(kind) ? [] : locationSearch(words, locationKinds, 30).then(({ found }) => found),
    db.provider.findMany({
      where: {
        OR: [{ id: { in: await companiesNamed(foldedWords([words])) } }, { registerId: words.trim().toUpperCase() }],
      },
      select: { id: true, name: true, postcode: true, _count: { select: { locations: true } } },
      orderBy: { name: "asc" },
      take: 10,
    }),
    isGivenAreas(kind) ? areasNamed(words, everyArea, now) : [],
  ]);
  return [
    ...locations.map(({ id, name, provider, postcode }) => ({
      key: `location:${id}` as const,
      name,
      about: `Location of ${provider}, ${postcode}`,
    })),
    ...providers.map(({ id, name, _count }) => ({
      key: `provider:${id}` as const,
      name,
      about: `All locations of this provider, now and later: ${_count.locations} now`,
    })),
    ...areas.map(({ id, label, onsCode }) => ({ key: `area:${id}` as const, name: label, about: `Area, ${onsCode}` })),
  ];
}
