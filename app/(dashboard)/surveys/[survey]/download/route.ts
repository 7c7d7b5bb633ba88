import { idOf } from "@/components/tables";
import type { User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { formatDateTime, formatPercent } from "@/lib/format";
import { dayOf } from "@/lib/london";
import { keepDisclosure } from "@/lib/people/keep-disclosure";
import { answerHeadings, answersInRows } from "@/lib/surveys/results/answers-in-rows";
import { type AskedVersion, surveyResults, type SurveyResults } from "@/lib/surveys/results/queries";
import { download } from "@/lib/web/download";
import { formatAsked, sendTable, type TableFile, type TableFormat } from "@/lib/web/send-table";

interface Found {
  results: SurveyResults;
  version: AskedVersion;
  format: TableFormat;
  time: Date;
}

/**
 * The answers to one version of a survey as a file, a row for each location that was asked. We record who downloaded
 * it.
 */
export const GET = download<{ survey: string }, Found>({
  find: async ({ user, request, params }) => {
    const id = idOf(params.survey);
    const format = formatAsked(request);
    const time = now();
    const results = id === null ? null : await surveyResults(user, id, time);
    const wanted = new URL(request.url).searchParams.get("version");
    const version = results?.versions.find(({ number }) => wanted === null || String(number) === wanted);
    return results && version && format && { results, version, format, time };
  },
  send: async (found, { user }) => {
    const { results, version, format, time } = found;
    const criteria = { survey: results.title, version: version.number };
    await keepDisclosure(user, { what: "survey answers", criteria, rows: results.asked }, time);
    return sendTable(tableOf(user, found), format);
  },
});

const tableOf = (user: User, { results, version, time }: Found): TableFile => ({
  name: `survey-${results.id}-version-${version.number}-${dayOf(time)}`,
  sheet: "Answers",
  headings: answerHeadings(version),
  widths: answerHeadings(version).map(() => 24),
  rows: answersInRows(user, { surveyId: results.id, version }, time),
  about: [
    ["What this is", `Answers to the survey “${results.title}”, version ${version.number}`],
    ["As of", formatDateTime(time)],
    [
      "Response rate of the newest version",
      results.asked === 0 ? "No one asked" : formatPercent(results.answered / results.asked),
    ],
    ["Blank", "Not answered, or not asked because of another answer"],
    ...version.set.questions.map(({ short, label }) => [short, label] as const),
    ["Source", "Contains CQC information licensed under the Open Government Licence v3.0"],
  ],
});
