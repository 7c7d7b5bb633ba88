import { readFile, writeFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { read as readBySheetJs, utils } from "xlsx";
import { whoAskedFor } from "@/lib/accounts/session-user";
import type { User } from "@/lib/access/user";
import { disconnect } from "@/lib/db";
import { checkReturn } from "@/lib/questions/check";
import { typedFrom } from "@/lib/questions/typed";
import { bedTypesOf, contextOf } from "@/lib/returns/figures-now";
import { filingFactsOfMany } from "@/lib/returns/filing-facts";
import { endReadingWorkbooks, sentWorkbook } from "@/lib/sheets/sent/sent-workbook";
import { acceptWorkbook, kindCode } from "@/lib/workbook/accept-workbook";
import { findSheets } from "@/lib/workbook/find-sheets";
import { judge } from "@/lib/workbook/judge";
import { keepWorkbook } from "@/lib/workbook/keep-workbook";
import { workbookOf } from "@/lib/workbook/queries";
import { runWorkbook } from "@/lib/workbook/run-workbook";
import { sentReturns } from "@/lib/workbook/sent-returns";
import { subjectsOf } from "@/lib/workbook/subjects";
import { workbookTemplate } from "@/lib/workbook/template";
import { filledIn } from "./filled";

/** One step of the measurement in a process of its own, so that its memory is its own. Says its figures as JSON. */
type Figures = Record<string, number>;

const bounds = { bytes: 16_000_000, unpacked: 256_000_000, rows: 20_000, columns: 256 };
const timed = async <T>(work: () => Promise<T> | T): Promise<[T, number]> => {
  const from = performance.now();
  const value = await work();
  return [value, performance.now() - from];
};

/** Downloads the template and fills it in. */
async function write(user: User, file: string, now: Date): Promise<Figures> {
  const [{ bytes }, template_ms] = await timed(() => workbookTemplate(user, now));
  await writeFile(file, filledIn(bytes));
  return { template_ms };
}

/** Sends the file, has it reviewed, accepts everything and has it filed, as the service does. */
async function ours(user: User, file: string, now: Date): Promise<Figures> {
  const bytes = await readFile(file);
  await sentWorkbook({ bytes: await readFile(file), name: "warm.xlsx", bounds });
  const [read, read_ms] = await timed(async () =>
    sentWorkbook({ bytes: await readFile(file), name: "a.xlsx", bounds }),
  );
  if ("refused" in read) throw new Error(read.refused);
  const [id, review_ms] = await timed(async () => {
    const kept = await keepWorkbook(
      user,
      { file: { path: file, name: "a.xlsx", bytes: bytes.length }, agreed: true },
      now,
    );
    if (!kept.ok) throw new Error("It was not kept");
    await runWorkbook(kept.value.id, now);
    return kept.value.id;
  });
  const sent = await workbookOf(user, id, now);
  if (!sent?.review) throw new Error(sent?.problem ?? "It was not judged");
  const ticks = sent.review.kinds.flatMap(({ code }) => [
    [`accept.${kindCode(code)}`, "yes"],
    [`reason.${kindCode(code)}`, "A nurse joined each home"],
  ]);
  const [, commit_ms] = await timed(async () => {
    const accepted = await acceptWorkbook(user, id, Object.fromEntries(ticks) as Record<string, string>, now);
    if (!accepted.ok) throw new Error(accepted.problems.map(({ message }) => message).join(" "));
    await runWorkbook(id, now);
  });
  const filed = await workbookOf(user, id, now);
  if (filed?.stage !== "filed") throw new Error(filed?.problem ?? "It was not filed");
  const { counts } = sent.review;
  return {
    rows: sent.review.rows,
    returns: counts.new + counts.changed,
    problems: counts.problems,
    read_ms,
    review_ms: review_ms - read_ms,
    commit_ms,
  };
}

/**
 * How many fields of the file the check reads and judges in a second of this processor, and how many rows are judged whole:
 * with what they change, and held against what was filed before. Without the file and the database.
 */
async function checks(user: User, file: string, now: Date): Promise<Figures> {
  const read = await sentWorkbook({ bytes: await readFile(file), name: "a.xlsx", bounds });
  if ("refused" in read) throw new Error(read.refused);
  const { sections, month, locations } = await subjectsOf(user, now);
  const sheets = findSheets(read.sheets, sections, month);
  if ("refused" in sheets) throw new Error(sheets.refused);
  const returns = sentReturns(sheets, locations, month).returns.slice(0, mostChecked);
  const ids = returns.map(({ locationId }) => locationId);
  const known = await filingFactsOfMany(user, ids, "care_home");
  const each = returns.flatMap((sent) => {
    const facts = known.get(sent.locationId);
    if (!facts) return [];
    const bedTypes = bedTypesOf(facts, "care_home", month);
    const typed = { ...typedFrom({}, facts.newestBeds?.beds), ...sent.typed };
    const context = contextOf(facts, "care_home", month, now);
    return [{ sent, facts, check: { collection: "care_home", month, bedTypes, typed, context } as const }];
  });
  const fields = each.reduce((sum, { check }) => sum + Object.keys(check.typed).length, 0);
  const seconds = busy(() => each.forEach(({ check }) => checkReturn(check)));
  const judging = busy(() => each.forEach(({ sent, facts }) => judge(sent, facts, now)));
  return { fields_per_second: fields / seconds, rows_judged_per_second: each.length / judging };
}

const mostChecked = 2_000;

/** Seconds of processor time that some work takes, once it is warm. */
function busy(work: () => void): number {
  for (let time = 0; time < 3; time++) work();
  const from = process.cpuUsage();
  for (let time = 0; time < 3; time++) work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 3 / 1e6;
}

/** SheetJS reads the file as people commonly use it: every row as an object. */
async function sheetjs(file: string): Promise<Figures> {
  const bytes = await readFile(file);
  const [rows, read_ms] = await timed(() => {
    const { Sheets } = readBySheetJs(bytes);
    return utils.sheet_to_json(Sheets["Care home"] ?? {}).length;
  });
  return { rows, read_ms };
}

async function exceljs(file: string): Promise<Figures> {
  const bytes = await readFile(file);
  const [rows, read_ms] = await timed(async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    let count = 0;
    book.getWorksheet("Care home")?.eachRow(() => {
      count++;
    });
    return count - 1;
  });
  return { rows, read_ms };
}

async function main(): Promise<void> {
  const [, , role = "", file = "", account = "", at = ""] = process.argv;
  const now = new Date(at);
  const of = async (work: (user: User, file: string, now: Date) => Promise<Figures>) => {
    const user = await whoAskedFor(Number(account), null, now);
    if (!user) throw new Error("There is no such person");
    return work(user, file, now);
  };
  const figures =
    role === "write"
      ? await of(write)
      : role === "ours"
        ? await of(ours)
        : role === "checks"
          ? await of(checks)
          : role === "sheetjs"
            ? await sheetjs(file)
            : await exceljs(file);
  await endReadingWorkbooks();
  await disconnect();
  console.log(JSON.stringify({ ...figures, memory_mb: process.resourceUsage().maxRSS / 1024 }));
}

void main();
