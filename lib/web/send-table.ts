import { formatPercent } from "@/lib/format";
import { log } from "@/lib/log";
import { streamXlsx, type StreamedCell } from "@/lib/sheets/stream-xlsx";
import { csvCell } from "@/lib/sheets/write-csv";
import { workbookType } from "@/lib/sheets/write-xlsx";

export type TableFormat = "csv" | "xlsx";

/** The format that an address asks for: CSV if it names none, null if we do not write it. */
export function formatAsked(request: Request): TableFormat | null {
  const format = new URL(request.url).searchParams.get("format") ?? "csv";
  return format === "csv" || format === "xlsx" ? format : null;
}

/** A table to download: the rows that the screen shows, and what they mean. */
export interface TableFile {
  /** Without its ending. */
  name: string;
  sheet: string;
  headings: readonly string[];
  widths?: readonly number[];
  rows: AsyncIterable<readonly (readonly StreamedCell[])[]>;
  /**
   * Pairs of label and sentence: what the figures mean, which filters were chosen, the date they are for, and the
   * source.
   */
  about: readonly (readonly [string, string])[];
}

/**
 * Sends a table while its rows are being read. Its explanation is on a sheet of its own, or below the rows in a CSV
 * file.
 */
export function sendTable(table: TableFile, format: TableFormat): Response {
  const write = format === "xlsx" ? writeXlsx : writeCsv;
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      try {
        await write(table, (chunk) => stream.enqueue(chunk));
        stream.close();
      } catch (fault) {
        log.error({ err: fault, file: table.name }, "a download broke off");
        stream.error(fault);
      }
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": format === "xlsx" ? workbookType : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${table.name}.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

type Push = (chunk: Uint8Array) => void;

const writeXlsx = ({ sheet, headings, widths, rows, about }: TableFile, push: Push) =>
  streamXlsx(
    [
      { name: sheet, headings, rows, ...(widths && { widths }) },
      { name: "About these figures", headings: ["What", "Meaning"], widths: [30, 100], rows: about },
    ],
    push,
  );

async function writeCsv({ headings, rows, about }: TableFile, push: Push): Promise<void> {
  const text = new TextEncoder();
  const lines = (some: readonly (readonly StreamedCell[])[]) =>
    some.map((row) => `${row.map((cell) => csvCell(inCsv(cell))).join(",")}\r\n`).join("");
  push(text.encode(`\uFEFF${lines([headings])}`));
  for await (const some of rows) push(text.encode(lines(some)));
  push(text.encode(`\r\n${lines(about)}`));
}

const inCsv = (cell: StreamedCell) => (typeof cell === "object" && cell !== null ? formatPercent(cell.share) : cell);
