import type { ClientBase } from "pg";
import { checkCodeFrom, referenceFrom } from "@/lib/returns/reference";
import type { Collection } from "@/lib/questions/collections";
import { diceFor } from "@/prisma/seed/demo/dice";
import type { DemoBeds, DemoReturn } from "@/prisma/seed/demo/story";
import type { DemoLocation, DemoPerson } from "@/prisma/seed/demo/world";
import { offersOf } from "@/prisma/seed/demo/write-offers";
import type { Ids } from "@/prisma/seed/demo/write-places";
import { countsOf, filers, inOrder, returnRow, updateRow, warningsOf } from "@/prisma/seed/demo/write-returns";
import type { Row } from "./copy";
import { takeIds } from "./take-ids";
import type { World } from "./world";

interface Given {
  locations: Ids<DemoLocation>;
  people: Ids<DemoPerson>;
}

/** What the locations reported: their beds, their returns, and what goes with their newest beds. */
export async function returnRows(
  client: ClientBase,
  { stories, people }: World,
  { locations, people: accounts }: Given,
  now: Date,
) {
  const beds = inOrder([...stories.values()].flatMap((story) => story.beds));
  const returns = inOrder([...stories.values()].flatMap((story) => story.returns));
  const updates = await takeIds<DemoBeds>(client, "bed_update", beds);
  const ids = await takeIds<DemoReturn>(client, "return", returns);
  const by = filers(people, accounts);
  const counts = beds.flatMap((update) => countsOf(update, updates(update)));
  const newest = [...stories.values()].flatMap((story) => inOrder(story.beds).at(-1) ?? []);
  const offered = newest.map((update) => ({ bedUpdateId: updates(update), ...offersOf(update, now) }));
  const given = (collection: Collection) => returns.filter((one) => one.collection === collection && one.answers);
  const answers = (collection: Collection) => given(collection).map((one) => ({ return_id: ids(one), ...one.answers }));
  const tables: (readonly [string, readonly Row[]])[] = [
    [
      "bed_update",
      beds.map((update) => ({
        ...updateRow(update, updates(update)),
        locationId: locations(update.location),
        ...by(update.location, update.at, "byId"),
      })),
    ],
    ["bed_count", counts],
    ["bed_offer", offered.flatMap(({ bedUpdateId, offers }) => offers.map((one) => ({ bedUpdateId, ...one })))],
    ["bed_free_from", offered.flatMap(({ bedUpdateId, coming }) => coming.map((one) => ({ bedUpdateId, ...one })))],
    ["flexible_bed", offered.flatMap(({ bedUpdateId, flexible }) => flexible.map((one) => ({ bedUpdateId, ...one })))],
    [
      "return",
      returns.map((one) => ({
        ...returnRow(one, ids(one)),
        reference: referenceOf(ids(one)),
        checkCode: checkCodeFrom(diceFor(`check code ${one.location.registerId} ${ids(one)}`).bytes(8)),
        locationId: locations(one.location),
        ...by(one.location, one.at, "submittedById"),
        bedUpdateId: one.beds && updates(one.beds),
      })),
    ],
    ["care_home_answers", answers("care_home")],
    ["home_care_answers", answers("home_care")],
    ["continuity_answers", answers("business_continuity")],
    ["accepted_warning", returns.flatMap((one) => warningsOf(one, ids(one)))],
  ];
  return { tables, by: (location: DemoLocation, at: Date) => by(location, at, "byId") };
}

const letters = 30;
const all = letters ** 8;

/** Scattered, and different for each id: random numbers would repeat among a million. */
function referenceOf(id: number): string {
  let left = (id * 1_234_567 + 98_765_432_101) % all;
  const bytes = new Uint8Array(8);
  for (let at = 0; at < 8; at++) {
    bytes[at] = left % letters;
    left = Math.floor(left / letters);
  }
  return referenceFrom(bytes);
}
