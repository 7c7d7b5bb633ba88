import { locationsVisibleToSql } from "@/lib/access/scope";
import type { User } from "@/lib/access/user";
import { db, Prisma } from "@/lib/db";
import type { Question } from "@/lib/questions/question";
import type { AskedVersion } from "./queries";

/** How often an answer was chosen, of those who answered the question. */
export interface Chosen {
  key: string;
  label: string;
  count: number;
}

/** What was answered to one question of one version. */
export interface QuestionFigures {
  /** How many answered it. */
  answered: number;
  chosen: Chosen[];
  /** Of numbers; of dates the first and the last alone. */
  total: number | null;
  mean: number | null;
  median: number | null;
  least: number | string | null;
  most: number | string | null;
  /** The newest of what was written, with where. */
  texts: { location: string; text: string }[];
}

const none: QuestionFigures = {
  answered: 0,
  chosen: [],
  total: null,
  mean: null,
  median: null,
  least: null,
  most: null,
  texts: [],
};

const mostTexts = 20;

interface Counted {
  key: string;
  value: string;
  count: number;
}

interface Reckoned {
  key: string;
  answered: number;
  total: number | null;
  mean: number | null;
  median: number | null;
  least: string;
  most: string;
}

/** What the locations that someone sees answered to a version, by the key of each question. */
export async function surveyFigures(user: User, { id, set }: AskedVersion): Promise<Map<string, QuestionFigures>> {
  const answers = Prisma.sql`
    survey_answer x join location l on l.id = x.location_id cross join lateral jsonb_each_text(x.answers) e
    where x.version_id = ${id} and ${locationsVisibleToSql(user)} and e.key = any`;
  const keys = (...kinds: Question["kind"][]) =>
    set.questions.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  const texts = keys("text");
  const [counted, reckoned, written] = await Promise.all([
    db.$queryRaw<Counted[]>`
      select e.key, part as value, count(*)::int as count
        from (select e.key, e.value from ${answers}(${keys("yesNo", "choice", "some")})) e
       cross join lateral regexp_split_to_table(e.value, ',') part group by 1, 2`,
    db.$queryRaw<Reckoned[]>`
      select e.key, count(*)::int as answered, sum(n)::float8 as total, avg(n)::float8 as mean,
             percentile_cont(0.5) within group (order by n) as median,
             coalesce(min(n)::text, min(e.value)) as least, coalesce(max(n)::text, max(e.value)) as most
        from (select e.key, e.value, case when e.key = any(${keys("count")}) then e.value::numeric end as n
                from ${answers}(${set.questions.map(({ key }) => key)})) e
       group by e.key`,
    db.$queryRaw<{ key: string; location: string; text: string }[]>`
      select key, location, text from (
        select e.key, l.name as location, e.value as text, row_number() over (partition by e.key order by x.at desc, x.id) as nth
          from ${answers}(${texts})) each where nth <= ${mostTexts} order by key, nth`,
  ]);
  return new Map(
    set.questions.map((question) => {
      const one = reckoned.find(({ key }) => key === question.key);
      return [
        question.key,
        one ? figuresOf(question, one, counted, written) : { ...none, chosen: chosenOf(question, []) },
      ];
    }),
  );
}

function figuresOf(
  question: Question,
  { answered, total, mean, median, least, most }: Reckoned,
  counted: readonly Counted[],
  written: readonly { key: string; location: string; text: string }[],
): QuestionFigures {
  const { key, kind } = question;
  const ends = kind === "count" ? { least: Number(least), most: Number(most) } : kind === "date" ? { least, most } : {};
  return {
    ...none,
    answered,
    chosen: chosenOf(question, counted),
    ...(kind === "count" && { total, mean, median }),
    ...ends,
    texts: written.filter((one) => one.key === key).map(({ location, text }) => ({ location, text })),
  };
}

const yesAndNo = [
  { key: "true", label: "Yes" },
  { key: "false", label: "No" },
];

/** Every answer that a question offers with how often it was chosen, nought too. */
const chosenOf = ({ key, kind, choices = [] }: Question, counted: readonly Counted[]): Chosen[] =>
  (kind === "yesNo" ? yesAndNo : choices).map((choice) => ({
    key: choice.key,
    label: choice.label,
    count: counted.find((each) => each.key === key && each.value === choice.key)?.count ?? 0,
  }));
