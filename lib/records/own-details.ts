import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { changedMeanwhile, editRecord } from "./edit-record";
import type { RecordPlace } from "./record-place";
import { type Stamp, stampOf } from "./stamp";
import { tooLong, typedLine, typedLines } from "./typed-line";

/** What a location calls itself and where it is written to, beside what its register says. */
export interface OwnDetailsSaid {
  tradingName: string | null;
  shortName: string | null;
  address: string | null;
  postcode: string | null;
  website: string | null;
  version: number;
  stamp: Stamp;
}

/** The location's own details, or null if it has given none. */
export async function ownDetailsOf({ id }: RecordPlace): Promise<OwnDetailsSaid | null> {
  const row = await db.ownDetails.findUnique({
    where: { locationId: id },
    include: { updatedBy: { select: { fullName: true } } },
  });
  if (!row) return null;
  const { tradingName, shortName, address, postcode, website, version } = row;
  const stamp = stampOf(row.updatedAt, row.updatedBy, row.onBehalfOf);
  return { tradingName, shortName, address, postcode, website, version, stamp };
}

/** Its own details as someone typed them, and the version that they saw; 0 where there was none. */
export interface OwnDetailsTyped {
  locationId: number;
  version: number;
  tradingName: string;
  shortName: string;
  address: string;
  postcode: string;
  website: string;
  over: boolean;
}

const postcodes = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/;

/** Saves the location's own details. What comes from its register is not touched. */
export const saveOwnDetails = (user: User, typed: OwnDetailsTyped, now: Date) =>
  editRecord(user, typed.locationId, "saved the location's own details", now, async (tx): Promise<Outcome<null>> => {
    const { locationId, version, over } = typed;
    const { said, problems } = readOwnDetails(typed);
    if (problems.length > 0) return refused(...problems);
    const stands = await tx.ownDetails.findUnique({
      where: { locationId },
      include: { updatedBy: { select: { fullName: true } } },
    });
    if (stands && stands.version !== version && !over)
      return refused(
        changedMeanwhile(stampOf(stands.updatedAt, stands.updatedBy, stands.onBehalfOf), {
          href: `/providers/${locationId}/own-details`,
        }),
      );
    const stamp = { updatedAt: now, updatedById: user.id, onBehalfOf: user.onBehalfOf ?? null };
    await tx.ownDetails.upsert({
      where: { locationId },
      create: { locationId, ...said, ...stamp },
      update: { ...said, ...stamp, version: { increment: 1 } },
    });
    return done(null);
  });

function readOwnDetails(typed: OwnDetailsTyped) {
  const postcode = typedLine(typed.postcode)
    ?.toUpperCase()
    .replace(/\s/g, "")
    .replace(/(.{3})$/, " $1");
  const said = {
    tradingName: typedLine(typed.tradingName),
    shortName: typedLine(typed.shortName),
    address: typedLines(typed.address),
    postcode: postcode ?? null,
    website: typedLine(typed.website),
  };
  const problems: Problem[] = [
    ...tooLong("tradingName", "The trading name", said.tradingName, 200),
    ...tooLong("shortName", "The short name", said.shortName, 30),
    ...tooLong("address", "The address", said.address, 500),
    ...tooLong("website", "The website", said.website, 300),
  ];
  if (said.postcode !== null && !postcodes.test(said.postcode))
    problems.push({ field: "postcode", message: "Enter a full postcode, like OL1 1AA" });
  if (said.website !== null && !isWebsite(said.website))
    problems.push({ field: "website", message: "Enter a website, like www.rosewood.example" });
  return { said, problems };
}

/** Only the web is ever linked to: an address of another kind is refused. */
function isWebsite(text: string): boolean {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address) || /\s/.test(text)) return false;
  const { hostname, username, password, protocol } = new URL(address);
  return /^https?:$/.test(protocol) && username + password === "" && /^[^.]+(\.[^.]+)+$/.test(hostname);
}
