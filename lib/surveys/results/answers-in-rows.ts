import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db } from "@/lib/db";
import { answerInWords } from "@/lib/questions/answer-words";
import type { Answers, Question } from "@/lib/questions/question";
import { sortableTime } from "@/lib/london";
import { askedSql } from "@/lib/surveys/asked";
import type { AskedVersion } from "./queries";

interface Row {
  id: number;
  name: string;
  registerId: string;
  provider: string;
  council: string | null;
  at: Date | null;
  by: string | null;
  answers: Answers | null;
}

/** The headings of a version's answers as a file. */
export const answerHeadings = ({ set }: AskedVersion): string[] => [
  ...["Location", "CQC or ODS number", "Provider", "Council", "Answered", "Sent", "Sent by"],
  ...set.questions.map(({ short }) => short),
];

const aPart = 1_000;

/**
 * A version's answers for a file, a thousand locations at a time: each location that someone sees and that was asked, or
 * answered, one a row. A figure is a figure, and what was not answered is blank.
 */
export async function* answersInRows(
  user: User,
  { surveyId, version }: { surveyId: number; version: AskedVersion },
  now: Date,
): AsyncGenerator<(string | number | null)[][]> {
  for (let after = 0; ;) {
    const rows = await db.$queryRaw<Row[]>`
      select l.id, l.name, l.register_id as "registerId", p.name as provider, c.name as council, a.at,
             coalesce(a.on_behalf_of, w.full_name) as by, a.answers
        from survey q join location l on ${locationsVisibleToSql(user)} join provider p on p.id = l.provider_id
        left join area c on c.id = l.local_authority_id
        left join survey_answer a on a.version_id = ${version.id} and a.location_id = l.id
        left join account w on w.id = a.by_id
       where q.id = ${surveyId} and l.id > ${after} and (a.id is not null or ${askedSql(now)})
       order by l.id limit ${aPart}`;
    if (rows.length > 0) yield rows.map((row) => cellsOf(row, version.set.questions));
    after = rows.at(-1)?.id ?? 0;
    if (rows.length < aPart) return;
  }
}

const cellsOf = ({ name, registerId, provider, council, at, by, answers }: Row, questions: readonly Question[]) => [
  ...[name, registerId, provider, council, answers ? "Yes" : "No", at && sortableTime(at), by],
  ...questions.map((question) => {
    const answer = answers?.[question.key] ?? null;
    return typeof answer === "number" ? answer : answer === null ? null : answerInWords(question, answer);
  }),
];
