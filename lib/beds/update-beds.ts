import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { transact } from "@/lib/db";
import { done, type Outcome, refused } from "@/lib/outcome";
import { acceptedIn } from "@/lib/questions/accepted";
import { bedField, bedFigures, homeOpenField, type BedType } from "@/lib/questions/beds";
import { checkBedUpdate } from "@/lib/questions/check";
import { refusedBy } from "@/lib/database/refusal";
import type { ReturnSource } from "@/lib/questions/return-source";
import { whyNoBeds } from "./closed-home";
import { asksOffersField, offerFields, readOffers } from "./bed-offers";
import { bedsStillCounted, bedTypesOfLocation, locationBeds } from "./location-beds";
import { writeBeds } from "./write-beds";

export interface BedUpdate {
  locationId: number;
  /** `beds.<TYPE>.<figure>`, `beds.open`, and the warnings accepted. */
  typed: Readonly<Record<string, string>>;
  idempotencyKey: string;
  source: ReturnSource;
}

/** The fields of the form for these types, and what a warning asked, was shown, ticked and explained by. */
function fieldsOf(bedTypes: readonly BedType[]): (name: string) => boolean {
  const figures = [...bedFigures, "open"] as const;
  const fields = new Set(
    bedTypes.flatMap(({ key }) => [...figures.map((figure) => bedField(key, figure)), ...offerFields(key, bedTypes)]),
  )
    .add(homeOpenField)
    .add(asksOffersField);
  return (name) => fields.has(name) || /^(?:asked|tick|accept|reason)\./.test(name);
}

/**
 * Updates the beds of a location, on any day: how many of each type, and whether they are open to admissions. Refuses
 * figures that contradict each other, asks about more beds than CQC registers, and files once however often it is sent.
 */
export async function updateBeds(user: User, update: BedUpdate, now: Date): Promise<Outcome<{ at: Date }>> {
  const { locationId, typed, idempotencyKey, source } = update;
  const found = await locationBeds(user, locationId);
  if (!found) throw new Forbidden("update beds");
  allow(user, "update beds", found.location.place);
  const closed = whyNoBeds(found.location, now);
  if (closed) return refused(closed);
  const bedTypes = bedTypesOfLocation(found, now);
  if (bedTypes.length === 0) return refused({ message: `${found.location.name} has no beds to update` });
  if (idempotencyKey === "" || !Object.keys(typed).every(fieldsOf(bedTypes)))
    return refused({ message: "Open the page again, then save your beds" });
  const before = bedsStillCounted(found, now);
  const checked = checkBedUpdate(bedTypes, typed, {
    previous: before && { answers: {}, beds: before },
    cqcBeds: found.location.cqcBeds > 0 ? found.location.cqcBeds : null,
    accepted: acceptedIn(typed),
  });
  const { offers, problems } = readOffers(bedTypes, typed, checked.beds, now);
  if (checked.problems.length + problems.length > 0) return refused(...checked.problems, ...problems);
  const asked = bedTypes.map(({ key }) => key);
  try {
    await transact(user, "updated beds", (tx) =>
      writeBeds(tx, user, { locationId, beds: checked.beds, before, asked, source, idempotencyKey }, now, offers),
    );
  } catch (fault) {
    if (refusedBy(fault) !== "duplicate") throw fault;
  }
  return done({ at: now });
}
