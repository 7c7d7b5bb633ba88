import { csvFile } from "@/lib/sheets/write-csv";
import { answerInWords } from "@/lib/questions/answer-words";
import { bedFigures, unavailable } from "@/lib/questions/beds";
import { nilReasons } from "@/lib/questions/nil-reasons";
import { setOf } from "@/lib/questions/sets";
import type { History } from "./history";
import { sourceInWords } from "@/lib/questions/return-source";

/** A location's returns as a file: one row a return, newest first; blank where nothing was asked or answered. */
export function historyCsv({ location, collection, returns, bedTypes }: History): string {
  const { questions } = setOf(collection);
  const beds = bedTypes.flatMap(({ key, label }) => [
    ...bedFigures.map((figure) => ({ key, figure, heading: `${label}: ${figure}` })),
    { key, figure: "unavailable" as const, heading: `${label}: unavailable` },
  ]);
  const head = [
    "Location",
    "Window",
    "Reference",
    "Filed at",
    "Filed by",
    "On behalf of",
    "How",
    "Late",
    "Superseded at",
  ];
  const rows = returns.map((filed) => [
    location.name,
    filed.month,
    filed.reference,
    filed.submittedAt.toISOString(),
    filed.submittedBy,
    filed.onBehalfOf,
    sourceInWords(filed.source),
    filed.late ? "yes" : "no",
    filed.supersededAt?.toISOString(),
    nilReasons.find(({ key }) => key === filed.nilReason)?.label,
    ...beds.map(({ key, figure }) => {
      const count = filed.beds?.types[key];
      return count && (figure === "unavailable" ? unavailable(count) : count[figure]);
    }),
    ...questions.map((question) => {
      const answer = filed.answers?.[question.key] ?? null;
      if (answer === null || typeof answer === "number") return answer;
      return answerInWords(question, answer);
    }),
  ]);
  const headings = [
    ...head,
    "Nil reason",
    ...beds.map(({ heading }) => heading),
    ...questions.map(({ short }) => short),
  ];
  return csvFile([headings, ...rows]);
}
