import { db } from "@/lib/db";
import type { OwnWords } from "./password-policy";

/** What someone's password may not contain: their name, address, and the places they were given access to. */
export async function ownWords(accountId: number): Promise<OwnWords> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      fullName: true,
      email: true,
      access: {
        where: { endedAt: null },
        take: 50,
        orderBy: { id: "asc" },
        select: {
          location: { select: { name: true, postcode: true, provider: { select: { name: true } } } },
          provider: { select: { name: true } },
        },
      },
    },
  });
  const places = account.access.flatMap(({ location, provider }) => [
    location?.name,
    location?.provider.name,
    provider?.name,
  ]);
  return {
    names: [account.fullName],
    emails: [account.email],
    places: distinct(places),
    postcodes: distinct(account.access.map(({ location }) => location?.postcode)),
  };
}

const distinct = (all: (string | null | undefined)[]): string[] =>
  [...new Set(all)].filter((one) => typeof one === "string");
