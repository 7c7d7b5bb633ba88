import { allow, Forbidden } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { type HomePerson, peopleToConfirm } from "@/lib/beds/bed-link";
import { refusedBy } from "@/lib/database/refusal";
import { type Transaction, transact } from "@/lib/db";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { queueEmails } from "@/lib/outbox/queue-email";
import { type CallResult, callResults, type NotSuitable, notSuitable } from "./call-results";
import { organisationOf } from "./organisation-of";
import { type PlacePage, placePage } from "./place-page";

export interface Call {
  locationId: number;
  /** The statement that was seen when they rang; 0 where nothing was stated. */
  looked: number;
  bedType: string;
  result: string;
  because: string;
}

const mostADay = 60;

/**
 * Records the result of a call to a place. "Taken" throws doubt on the statement that was seen and asks the home by
 * email to confirm; "placed" asks it to lower its vacancies, and lowers nothing itself. Once a person and statement;
 * limited a day. Where no beds were stated, as in home care, there is nothing to doubt: the result is kept alone.
 */
export async function recordCall(user: User, call: Call, now: Date): Promise<Outcome<null>> {
  allow(user, "find capacity");
  const place = await placePage(user, call.locationId, now);
  if (!place) throw new Forbidden("find capacity");
  const { result, because, problems } = readCall(call, place);
  if (result === null || problems.length > 0) return refused(...problems);
  const isNewer = (place.bedUpdateId ?? 0) !== call.looked;
  const about = isNewer ? null : place.bedUpdateId;
  if (result === "taken" && isNewer)
    return refused({ message: "The home has updated its beds since you looked. Check the new figures first" });
  const organisation = await organisationOf(user);
  try {
    await transact(user, "recorded the result of a call", async (tx) => {
      await keepToLimit(tx, user, now);
      await tx.callOutcome.create({
        data: {
          locationId: place.id,
          bedUpdateId: about,
          bedTypeKey: bedTypeOf(call, place),
          result,
          because,
          at: now,
          byId: user.id,
          onBehalfOf: user.onBehalfOf ?? null,
          organisation,
        },
      });
      if (about !== null && (result === "taken" || result === "placed"))
        await askTheHome(tx, place, about, result, organisation, bedTypeOf(call, place), now);
    });
  } catch (fault) {
    if (fault instanceof TooMany)
      return refused({
        message: `You have recorded ${mostADay} calls today, which is the most you can. Try again tomorrow`,
      });
    if (refusedBy(fault) !== "duplicate") throw fault;
  }
  return done(null);
}

function readCall({ result, because, bedType }: Call, place: PlacePage) {
  const problems: Problem[] = [];
  const known = Object.hasOwn(callResults, result) ? (result as CallResult) : null;
  if (known === null) problems.push({ field: "result", message: "Select the result of the call" });
  const why = known === "not_suitable" && Object.hasOwn(notSuitable, because) ? (because as NotSuitable) : null;
  if (known === "not_suitable" && why === null)
    problems.push({ field: "because", message: "Select why it was not suitable" });
  if (bedType !== "" && !place.beds.some(({ key }) => key === bedType))
    problems.push({ field: "bedType", message: "Select the type of bed you rang about" });
  return { result: known, because: why, problems };
}

const bedTypeOf = ({ bedType }: Call, { beds }: PlacePage): string | null =>
  bedType !== "" ? bedType : (beds.filter(({ free }) => free > 0)[0]?.key ?? null);

class TooMany extends Error {}

async function keepToLimit(tx: Transaction, user: User, now: Date): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(71, ${user.id}::int)::text`;
  const since = new Date(now.getTime() - 24 * 3_600_000);
  if ((await tx.callOutcome.count({ where: { byId: user.id, at: { gt: since } } })) >= mostADay) throw new TooMany();
}

/** One mail a person and statement, however many ring. */
async function askTheHome(
  tx: Transaction,
  place: PlacePage,
  bedUpdateId: number,
  result: "taken" | "placed",
  organisation: string,
  bedType: string | null,
  now: Date,
): Promise<void> {
  const template = result === "taken" ? "beds-doubted" : "bed-placed";
  const label = place.beds.find(({ key }) => key === bedType)?.label;
  const people = await peopleToConfirm(tx, place.id, now);
  const message = ({ accountId, email, name, bedLinkId }: HomePerson) =>
    ({
      template,
      to: email,
      accountId,
      uniqueKey: `${template}:${bedUpdateId}:${accountId}`,
      props: { name, location: place.name, organisation, bedLinkId, ...(label && { bedType: label }) },
    }) as const;
  await queueEmails(tx, people.map(message), now);
}
