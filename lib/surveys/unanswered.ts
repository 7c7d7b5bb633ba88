import { answersForLocationsSql } from "@/lib/access/kinds-sql";
import { db } from "@/lib/db";
import { isAddress } from "@/lib/outbox/email-address";
import { peopleOfLocations } from "@/lib/returns/reminders/reminder-recipients";
import { askedSql, liveVersionSql, takesAnswersSql } from "./asked";

/** Someone to remind about a survey, with those of their locations that have not answered it. */
export interface SurveyReader {
  email: string;
  name: string | null;
  /** Their account; null for a manager contact without one. */
  accountId: number | null;
  locations: string[];
}

/** Who to remind of an open survey: the people who answer for each location that has not, one entry an address. */
export async function peopleToRemind(surveyId: number, now: Date): Promise<SurveyReader[]> {
  const waiting = await db.$queryRaw<{ id: number; name: string }[]>`
    select l.id, l.name from survey q join ${liveVersionSql} join location l on ${askedSql(now)}
     where q.id = ${surveyId} and ${takesAnswersSql(now)}
       and not exists (select from survey_answer a where a.version_id = live.id and a.location_id = l.id)`;
  if (waiting.length === 0) return [];
  const names = new Map(waiting.map(({ id, name }) => [id, name]));
  const readers = new Map<string, SurveyReader>();
  for (const { location, email, name, account } of await peopleOfLocations(
    [...names.keys()],
    answersForLocationsSql,
    now,
  )) {
    if (!isAddress(email)) continue;
    const key = email.toLowerCase();
    const reader = readers.get(key) ?? { email, name, accountId: account, locations: [] };
    readers.set(key, reader);
    const where = names.get(location);
    if (where !== undefined && !reader.locations.includes(where)) reader.locations.push(where);
  }
  return [...readers.values()];
}
