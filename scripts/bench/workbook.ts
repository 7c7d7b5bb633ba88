import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { disconnect } from "@/lib/db";
import { londonInstant } from "@/lib/london";
import { putGroups } from "./workbook/group";

/**
 * Measures a head office's workbook from upload to receipt, at 1, 4 and 16 times as many rows: reading, judging and
 * keeping the review, and filing everything. Each step runs in a process of its own, whose peak memory is said. Beside
 * it SheetJS and ExcelJS read the same file.
 */
const once = Number(process.argv[2] ?? 1_250);
const sizes = [once, 4 * once, 16 * once];
const now = londonInstant("2026-10-12", "09:00");
const step = path.join(import.meta.dirname, "workbook/step.ts");

function run(role: string, file: string, account = 0): Record<string, number> {
  const args = ["--import", "tsx", step, role, file, String(account), now.toISOString()];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The step ${role} failed`);
  const figures = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, number>;
  console.log(
    role,
    Object.entries(figures)
      .map(([name, figure]) => `${name.replaceAll("_", " ")} ${Math.round(figure)}`)
      .join(", "),
  );
  return figures;
}

async function main(): Promise<void> {
  const accounts = await putGroups(sizes, now);
  await disconnect();
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-bench-"));
  const files = sizes.map((rows) => path.join(folder, `${rows}.xlsx`));
  try {
    const measured = sizes.map((rows, at) => {
      const [file = "", account] = [files[at], accounts.get(rows)];
      const { template_ms = NaN } = run("write", file, account);
      return { template_ms, ...run("ours", file, account), largest: file };
    });
    const [largest = "", account] = [files.at(-1), accounts.get(sizes.at(-1) ?? 0)];
    const checked = run("checks", largest, account);
    say(measured as unknown as Measured[], checked, run("sheetjs", largest), run("exceljs", largest));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Measured = Record<
  "rows" | "returns" | "template_ms" | "read_ms" | "review_ms" | "commit_ms" | "memory_mb",
  number
>;

function say(
  measured: Measured[],
  checked: Record<string, number>,
  sheetjs: Record<string, number>,
  exceljs: Record<string, number>,
): void {
  const [least, , most] = measured;
  if (!least || !most) throw new Error("Nothing was measured");
  const times = most.returns / least.returns;
  const ratio = (figure: "read_ms" | "review_ms" | "commit_ms") =>
    Math.round((most[figure] / least[figure] / times) * 100) / 100;
  const whole = (figure = NaN) => Math.round(figure);
  console.log(
    JSON.stringify({
      name: "workbook",
      returns: most.returns,
      template_ms: whole(most.template_ms),
      read_ms: whole(most.read_ms),
      review_ms: whole(most.review_ms),
      commit_ms: whole(most.commit_ms),
      memory_mb: whole(most.memory_mb),
      fields_per_second: whole(checked.fields_per_second),
      rows_judged_per_second: whole(checked.rows_judged_per_second),
      read_ratio_to_linear: ratio("read_ms"),
      review_ratio_to_linear: ratio("review_ms"),
      commit_ratio_to_linear: ratio("commit_ms"),
      sheetjs_read_ms: whole(sheetjs.read_ms),
      sheetjs_memory_mb: whole(sheetjs.memory_mb),
      exceljs_read_ms: whole(exceljs.read_ms),
      exceljs_memory_mb: whole(exceljs.memory_mb),
      ...{
        target_review_ms: 2_000,
        target_commit_ms: 10_000,
        target_memory_mb: 512,
        target_fields_per_second: 1_000_000,
      },
    }),
  );
}

void main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
