import { isLocationKind } from "@/lib/access/kinds";
import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db, transact } from "@/lib/db";
import { formatList } from "@/lib/format";
import { addDays, type Day, dayOf, londonInstant, startOfDay } from "@/lib/london";
import { areasTyped } from "@/lib/organisations/areas-typed";
import { done, type Outcome, type Problem, refused } from "@/lib/outcome";
import { surveyState } from "@/lib/surveys/state";

/** Who a survey is for and when, as support types it. Areas by name and locations by CQC or ODS number, one on each line. */
export interface AimsTyped {
  forTypes: readonly string[];
  areas: string;
  locations: string;
  /** "" where no day was typed; null where what was typed is none. */
  opensOn: Day | null;
  closesOn: Day | null;
}

/** From what hour a survey is open on its first day; it closes at the end of its last. */
const hourOpened = "08:00";
const mostLocations = 2_000;
const mostNamed = 5;

/** Says who a survey is for, and from when until when: for as long as it is not closed, its closing date too. */
export async function aimSurvey(user: User, id: number, typed: AimsTyped, now: Date): Promise<Outcome<null>> {
  allow(user, "run surveys");
  const [{ ids: forAreas, problem }, places] = await Promise.all([
    areasTyped(typed.areas, now),
    locationsTyped(typed.locations),
  ]);
  const opensAt = typed.opensOn ? londonInstant(typed.opensOn, hourOpened) : null;
  const closesAt = typed.closesOn ? startOfDay(addDays(typed.closesOn, 1)) : null;
  const problems: Problem[] = [
    ...(problem ? [{ field: "areas", message: problem }] : []),
    ...(places.problem ? [{ field: "locations", message: places.problem }] : []),
    ...dateProblems(typed, now),
  ];
  const aims = { forTypes: typed.forTypes.filter(isLocationKind), forAreas, forLocations: places.ids, closesAt };
  return transact(user, "aimed a survey", async (tx) => {
    await tx.$queryRaw`select id from survey where id = ${id} for update`;
    const survey = await tx.survey.findUnique({ where: { id }, include: { events: { orderBy: { id: "asc" } } } });
    if (!survey) return refused({ message: "There is no such survey" });
    const state = surveyState(survey.events);
    const begun = state === "open" || state === "closed";
    const none = aims.forTypes.length + forAreas.length + places.ids.length === 0;
    const also: Problem[] =
      none && state !== "draft" ? [{ field: "forTypes", message: "Choose who the survey is for" }] : [];
    if (problems.length + also.length > 0) return refused(...also, ...problems);
    await tx.survey.update({ where: { id }, data: begun ? aims : { ...aims, opensAt } });
    return done(null);
  });
}

function dateProblems({ opensOn, closesOn }: AimsTyped, now: Date): Problem[] {
  const notADate = "Enter a full date, such as 27 11 2026, or leave it blank";
  if (opensOn === null || closesOn === null)
    return [
      ...(opensOn === null ? [{ field: "opensOn", message: notADate }] : []),
      ...(closesOn === null ? [{ field: "closesOn", message: notADate }] : []),
    ];
  if (closesOn !== "" && closesOn < dayOf(now))
    return [{ field: "closesOn", message: "The last day must be today or later" }];
  if (closesOn !== "" && opensOn !== "" && closesOn < opensOn)
    return [{ field: "closesOn", message: "The last day must not be before the first" }];
  return [];
}

async function locationsTyped(typed: string): Promise<{ ids: number[]; problem: string | null }> {
  const named = [...new Set(typed.split(/[\r\n,;]+/).map((line) => line.trim()))].filter(Boolean);
  if (named.length === 0) return { ids: [], problem: null };
  if (named.length > mostLocations) return { ids: [], problem: `Enter no more than ${mostLocations} locations` };
  const found = await db.location.findMany({
    where: { registerId: { in: named } },
    select: { id: true, registerId: true },
  });
  const known = new Set(found.map(({ registerId }) => registerId));
  const unknown = named.filter((one) => !known.has(one));
  if (unknown.length === 0) return { ids: found.map(({ id }) => id), problem: null };
  const some = formatList(unknown.slice(0, mostNamed).map((one) => `“${one}”`));
  return {
    ids: [],
    problem: `No location has the number ${some}. Enter CQC location IDs or ODS codes, one on each line`,
  };
}
