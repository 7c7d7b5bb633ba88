import type { StreamedCell } from "@/lib/sheets/stream-xlsx";
import { reportCell, totalCell } from "./cells";
import type { Asking, LibraryReport } from "./report";
import { eachRow, runReport, type Shown } from "./run-report";

/** The rows of a report for a file, some at a time as the database hands them out, and its totals last. */
export async function* reportRows(
  report: LibraryReport,
  asking: Asking,
  shown: Shown,
  hidden: readonly string[],
): AsyncGenerator<StreamedCell[][]> {
  const columns = report.columns(asking).filter(({ key }) => !hidden.includes(key));
  yield* handedOver<StreamedCell[][]>((hand) =>
    eachRow(asking.user, report, asking, shown, (rows) => {
      hand(rows.map((row) => columns.map((column) => reportCell(column, row))));
    }),
  );
  if (!columns.some(({ total }) => total)) return;
  const { totals } = await runReport(report, asking, { ...shown, page: 1, size: 1 });
  yield [columns.map((column, nth) => (nth === 0 ? "Total" : totalCell(column, totals)))];
}

/** What work hands over while it goes on, to be read as it comes. A fault of the work is thrown once all was read. */
async function* handedOver<T>(work: (hand: (some: T) => void) => Promise<void>): AsyncGenerator<T> {
  const waiting: T[] = [];
  const state: { wake?: () => void; ended: boolean; fault?: Error } = { ended: false };
  const end = (fault?: unknown) => {
    state.ended = true;
    if (fault !== undefined)
      state.fault = fault instanceof Error ? fault : new Error("The rows broke off.", { cause: fault });
    state.wake?.();
  };
  work((some) => {
    waiting.push(some);
    state.wake?.();
  }).then(() => {
    end();
  }, end);
  for (;;) {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield next;
    if (state.ended) break;
    await new Promise<void>((wake) => (state.wake = wake));
  }
  if (state.fault) throw state.fault;
}
