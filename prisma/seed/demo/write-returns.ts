import type { Transaction } from "@/lib/db";
import { answerTable } from "@/lib/returns/filed-returns";
import { checkCodeFrom, referenceFrom } from "@/lib/returns/reference";
import type { Collection } from "@/lib/questions/collections";
import { diceFor } from "./dice";
import type { DemoBeds, DemoReturn, Story } from "./story";
import { dateOf, idsFor, type Ids } from "./write-places";
import type { DemoLocation, DemoPerson } from "./world";

interface Written {
  locations: Ids<DemoLocation>;
  people: Ids<DemoPerson>;
}

export const inOrder = <T extends { at: Date }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => a.at.getTime() - b.at.getTime());

/** Writes what the places said, oldest first, each in the name of someone who had access then. */
export async function writeReturns(
  tx: Transaction,
  stories: readonly Story[],
  people: readonly DemoPerson[],
  { locations, people: accounts }: Written,
): Promise<Stated> {
  const by = filers(people, accounts);
  const beds = inOrder(stories.flatMap((story) => story.beds));
  const updates = await idsFor(tx, "bed_update", beds);
  await tx.bedUpdate.createMany({
    data: beds.map((update) => ({
      ...updateRow(update, updates(update)),
      locationId: locations(update.location),
      ...by(update.location, update.at, "byId"),
    })),
  });
  await tx.bedCount.createMany({ data: beds.flatMap((update) => countsOf(update, updates(update))) });

  const returns = inOrder(stories.flatMap((story) => story.returns));
  const ids = await idsFor(tx, "return", returns);
  const dice = diceFor("references");
  await tx.return.createMany({
    data: returns.map((one) => ({
      ...returnRow(one, ids(one)),
      reference: referenceFrom(dice.bytes(8)),
      checkCode: checkCodeFrom(dice.bytes(8)),
      locationId: locations(one.location),
      ...by(one.location, one.at, "submittedById"),
      bedUpdateId: one.beds && updates(one.beds),
    })),
  });
  await writeAnswers(tx, returns, ids);
  await tx.acceptedWarning.createMany({
    data: returns.flatMap((one) => warningsOf(one, ids(one))),
  });
  return { updates, by: (location, at) => by(location, at, "byId") };
}

/** The ids that statements of beds were given, and who could have stated something at a place. */
export interface Stated {
  updates: Ids<DemoBeds>;
  by: (location: DemoLocation, at: Date) => { byId: number; onBehalfOf: string | null };
}

export const updateRow = ({ at, source, beds }: DemoBeds, id: number) => ({
  id,
  at,
  source,
  openToAdmissions: beds.open,
  idempotencyKey: `demo-beds-${id}`,
});

export const returnRow = (one: DemoReturn, id: number) => ({
  id,
  collection: one.collection,
  month: dateOf(`${one.month}-01`),
  late: one.late,
  source: one.source,
  nilReason: one.nil?.reason ?? null,
  nilNote: one.nil?.note ?? null,
  submittedAt: one.at,
  supersededAt: one.supersededAt,
  idempotencyKey: `demo-return-${id}`,
});

export const warningsOf = ({ accepted }: DemoReturn, returnId: number) =>
  accepted.map(({ code, message, reason }) => ({ returnId, code, message, reason: reason || null }));

export const countsOf = ({ beds }: DemoBeds, bedUpdateId: number) =>
  Object.entries(beds.types).map(([bedTypeKey, count]) => ({ bedUpdateId, bedTypeKey, ...count }));

async function writeAnswers(tx: Transaction, returns: readonly DemoReturn[], ids: Ids<DemoReturn>): Promise<void> {
  for (const [collection, table] of Object.entries(answerTable)) {
    const rows = returns
      .filter((one) => one.collection === (collection as Collection) && one.answers !== null)
      .map((one) => ({ ...one.answers, return_id: ids(one) }));
    await tx.$executeRaw`
      insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)`;
  }
}

/**
 * Someone who had access to a place at a moment: mostly the one whose place it is first of all. A shared account says
 * who it was.
 */
export function filers(people: readonly DemoPerson[], accounts: Ids<DemoPerson>) {
  const dice = diceFor("filers");
  const having = new Map<DemoLocation, DemoPerson[]>();
  for (const person of people)
    for (const location of person.locations ?? []) having.set(location, [...(having.get(location) ?? []), person]);
  return <K extends string>(location: DemoLocation, at: Date, key: K) => {
    const able = (having.get(location) ?? []).filter(
      ({ createdAt, leftAt }) => createdAt <= at && (!leftAt || at < leftAt),
    );
    if (able.length === 0) throw new Error(`No one could have filed for ${location.name} at ${at.toISOString()}`);
    const places = ({ locations = [], generic }: DemoPerson) => locations.length + (generic ? 1_000 : 0);
    const nearest = able.reduce((one, next) => (places(next) < places(one) ? next : one));
    const person = dice.happens(0.8) ? nearest : dice.pick(able);
    return { [key]: accounts(person), onBehalfOf: person.generic ? "Moira Quinlan" : null } as Record<K, number> & {
      onBehalfOf: string | null;
    };
  };
}
