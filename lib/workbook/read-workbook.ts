import type { User } from "@/lib/access/user";
import { db, Prisma, system, transact, type Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import type { Collection } from "@/lib/questions/collections";
import { helpWith } from "@/lib/questions/checks";
import { filingFactsOfMany } from "@/lib/returns/filing-facts";
import { sentWorkbook } from "@/lib/sheets/sent/sent-workbook";
import { findSheets } from "./find-sheets";
import { judge, type JudgedReturn, filesNothing } from "./judge";
import { judgeAnswers } from "./judge-answers";
import type { SentReturn } from "./sent-return";
import { sentReturns } from "./sent-returns";
import { type Subjects, subjectsOf } from "./subjects";
import { surveysGone } from "./survey-sheets";
import { asks, type Judged, type Review, summaryOf } from "./summary";

/** A workbook as it was read and judged, or the sentence that refuses it. */
export type WorkbookRead = { refused: string } | { review: Review; judged: Judged[] };

/** Told how many returns were judged, of how many. */
export type Progress = (done: number, toDo: number) => Promise<unknown>;

const atOnce = 500;

/** Reads a file and judges each return in it, for someone and as things stand now. Changes nothing. */
export async function judgedWorkbook(
  user: User,
  file: { bytes: Uint8Array; name: string },
  now: Date,
  progress: Progress = () => Promise.resolve(),
): Promise<WorkbookRead> {
  const { WORKBOOK_MEGABYTES: packed, WORKBOOK_UNPACKED_MEGABYTES: unpacked, WORKBOOK_ROWS: rows } = env();
  const bounds = { bytes: packed * 1_000_000, unpacked: unpacked * 1_000_000, rows, columns: 256 };
  const sent = await sentWorkbook({ ...file, bounds });
  if ("refused" in sent) return sent;
  const subjects = await subjectsOf(user, now);
  const sheets = findSheets(sent.sheets, [...subjects.sections, ...subjects.surveys], subjects.month);
  if ("refused" in sheets) return sheets;
  const { returns, answers, strays, rows: read } = sentReturns(sheets, subjects.locations, subjects.month);
  const touched = returns.filter((one) => !filesNothing(one));
  const names = new Map(subjects.locations.map(({ id, name }) => [id, name]));
  const judged: Judged[] = [
    ...(await judgeAll(user, touched, subjects, now, progress)),
    ...answers.flatMap((one) => judgeAnswers(one, names.get(one.locationId) ?? "") ?? []),
  ];
  const gone = surveysGone(sent.sheets, subjects.surveys, subjects.month);
  const untouched = returns.length + answers.length - judged.length;
  const { month, calendar } = subjects;
  const help = (collection: Collection, code: string) => helpWith(collection, month, code, calendar.seasonsIn(month));
  return { judged, review: summaryOf(judged, [...strays, ...gone], read, untouched, help) };
}

async function judgeAll(
  user: User,
  returns: readonly SentReturn[],
  { sections }: Subjects,
  now: Date,
  progress: Progress,
): Promise<JudgedReturn[]> {
  const judged: JudgedReturn[] = [];
  let done = 0;
  const collections = [...new Set(sections.map(({ collection }) => collection))];
  for (const collection of collections) {
    const own = returns.filter((one) => one.collection === collection);
    for (let from = 0; from < own.length; from += atOnce) {
      const some = own.slice(from, from + atOnce);
      const facts = await filingFactsOfMany(
        user,
        some.map(({ locationId }) => locationId),
        collection satisfies Collection,
      );
      for (const one of some) {
        const known = facts.get(one.locationId);
        const verdict = known && judge(one, known, now);
        if (verdict) judged.push(verdict);
      }
      await progress((done += some.length), returns.length);
    }
  }
  return judged;
}

/** Keeps the result of reading a workbook, for its review. `tell` emails the sender, if they need to be told. */
export const keepReview = (
  id: number,
  read: WorkbookRead,
  tell: (tx: Transaction) => Promise<unknown> = () => Promise.resolve(),
): Promise<unknown> =>
  transact(
    system("reading of a workbook"),
    "a workbook was read",
    async (tx) => {
      await tx.workbookRow.deleteMany({ where: { workbookId: id } });
      await tell(tx);
      if ("refused" in read)
        return tx.workbook.updateMany({ where: { id, acceptedAt: null }, data: { problem: read.refused } });
      const { judged, review } = read;
      for (let from = 0; from < judged.length; from += atOnce) {
        const rows = judged.slice(from, from + atOnce).map(({ said, problems, differences, ...row }, at) => ({
          ...row,
          ...{ nth: from + at, said, problems, differences },
          asks: asks({ verdict: row.verdict, problems }),
        }));
        await tx.$executeRaw`
          insert into workbook_row (workbook_id, nth, location_id, location, collection, survey_id, verdict, asks, said, problems, differences)
          select ${id}, r.nth, r."locationId", r.location, r.collection::collection, r."surveyId", r.verdict, r.asks, r.said, r.problems, r.differences
            from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
              as r(nth int, "locationId" int, location text, collection text, "surveyId" int, verdict text, asks boolean, said jsonb, problems jsonb, differences jsonb)`;
      }
      return tx.workbook.updateMany({
        where: { id, acceptedAt: null },
        data: { review: review as unknown as Prisma.InputJsonObject, problem: null },
      });
    },
    { timeout: 60_000 },
  );

/** The file of a workbook; null once its time is over. */
export const fileOf = (id: number): Promise<{ bytes: Uint8Array } | null> =>
  db.workbookFile.findUnique({ where: { workbookId: id }, select: { bytes: true } });
