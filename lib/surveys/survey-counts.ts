import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { askedSql, liveVersionSql, takesAnswersSql } from "./asked";

/** How many open surveys a location is asked, and how many of them it has answered as they stand. */
export interface SurveyCount {
  asked: number;
  answered: number;
}

/** The open surveys of these locations, by the location's id; one that is asked none, or not visible, has no entry. */
export async function surveyCounts(
  user: User,
  locations: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, SurveyCount>> {
  const rows = await db.$queryRaw<(SurveyCount & { id: number })[]>`
    select l.id, count(*)::int as asked, count(a.id)::int as answered
      from survey q join ${liveVersionSql}
      join location l on l.id = any(${[...locations]}::int[]) and ${locationsVisibleToSql(user)} and ${askedSql(now)}
      left join survey_answer a on a.version_id = live.id and a.location_id = l.id
     where ${takesAnswersSql(now)} group by l.id`;
  return new Map(rows.map(({ id, asked, answered }) => [id, { asked, answered }]));
}
