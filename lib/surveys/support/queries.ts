import { allow } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { askedSql } from "@/lib/surveys/asked";
import { readSurveyText, type SurveyText } from "@/lib/surveys/parts";
import { surveyState, type SurveyState } from "@/lib/surveys/state";

const mostListed = 200;
const named = { select: { fullName: true } } as const;

const withAll = {
  madeBy: named,
  events: { include: { by: named }, orderBy: { id: "asc" } },
  versions: { include: { changedBy: named, _count: { select: { answers: true } } }, orderBy: { number: "desc" } },
} as const;

const read = (id: number) => db.survey.findUnique({ where: { id }, include: withAll });
type Row = NonNullable<Awaited<ReturnType<typeof read>>>;

interface BuiltVersion extends SurveyText {
  number: number;
  changedAt: Date;
  changedBy: string;
  answers: number;
}

/** A survey as support sees it: what it is now, its draft and the version that is asked. */
export interface BuiltSurvey extends Omit<Row, "versions"> {
  state: SurveyState;
  draft: BuiltVersion | null;
  live: BuiltVersion | null;
  /** Answers to all its versions. */
  answers: number;
}

function built({ versions, ...survey }: Row): BuiltSurvey {
  const whole = (row: Row["versions"][number] | undefined): BuiltVersion | null =>
    row
      ? {
          ...readSurveyText(row),
          number: row.number,
          changedAt: row.changedAt,
          changedBy: row.changedBy.fullName,
          answers: row._count.answers,
        }
      : null;
  return {
    ...survey,
    state: surveyState(survey.events),
    draft: whole(versions.find(({ publishedAt }) => publishedAt === null)),
    live: whole(versions.find(({ publishedAt }) => publishedAt !== null)),
    answers: versions.reduce((sum, { _count }) => sum + _count.answers, 0),
  };
}

/** Every survey, the newest first. */
export async function surveysBuilt(user: User): Promise<BuiltSurvey[]> {
  allow(user, "run surveys");
  return (await db.survey.findMany({ include: withAll, orderBy: { id: "desc" }, take: mostListed })).map(built);
}

/** One survey; null if there is none of that number. */
export async function surveyBuilt(user: User, id: number): Promise<BuiltSurvey | null> {
  allow(user, "run surveys");
  const row = await read(id);
  return row && built(row);
}

/** How many locations a survey is for as it is aimed now. */
export async function locationsAsked(user: User, id: number, now: Date): Promise<number> {
  allow(user, "run surveys");
  const [row] = await db.$queryRaw<{ asked: number }[]>`
    select count(*)::int as asked from survey q join location l on ${askedSql(now)} where q.id = ${id}`;
  return row?.asked ?? 0;
}

/** The register's numbers of the locations that a survey names one by one. */
export async function locationsNamed(user: User, ids: readonly number[]): Promise<string[]> {
  allow(user, "run surveys");
  const rows = await db.location.findMany({ where: { id: { in: [...ids] } }, select: { registerId: true } });
  return rows.map(({ registerId }) => registerId).sort();
}
