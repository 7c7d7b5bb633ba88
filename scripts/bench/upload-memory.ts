import { openAsBlob, readFileSync, rmSync, mkdtempSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Browser, fieldsOf } from "./filing/browser";
import { directoryColumns, dualColumns } from "./national/columns";
import { directoryLines } from "./national/directory";
import { withService } from "./national/served";
import { writeCsv, writeOds } from "./national/write";

const locations = Number(process.argv[2] ?? 57_000);
/** What the app is to stay under, with its worker inside. */
const target_megabytes = 512;

/**
 * Measures the most memory that the app takes, with its worker inside, while support uploads a made-up national
 * register through the page, looks at what it would change and imports it: first as .ods, then as .csv.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "upload-"));
  const at = (name: string) => path.join(folder, name);
  try {
    const half = Math.ceil(locations / 2);
    await writeOds(at("half.ods"), [
      { name: "HSCA_Active_Locations", lines: directory(half) },
      { name: "Dual_Registration_Locations", lines: [dualColumns] },
    ]);
    await writeCsv(at("national.csv"), directory(locations));
    const megabytes = await withService("support", { WORKER_IN_APP: "yes" }, async ({ origin, cookie, pid }) => {
      const browser = new Browser(new URL(origin), new http.Agent({ keepAlive: true }), cookie);
      for (const path of ["/home", "/admin", "/admin/imports"]) await browser.open(path);
      const started = mostMegabytes(pid);
      await importThroughThePage(browser, at("half.ods"), { origin, cookie });
      const ods = mostMegabytes(pid);
      await importThroughThePage(browser, at("national.csv"), { origin, cookie });
      return { started, ods, csv: mostMegabytes(pid) };
    });
    const most_megabytes = Math.max(megabytes.ods, megabytes.csv);
    console.log(JSON.stringify({ name: "upload-memory", locations, megabytes, most_megabytes, target_megabytes }));
    if (most_megabytes > target_megabytes) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importThroughThePage(
  browser: Browser,
  file: string,
  { origin, cookie }: Record<"origin" | "cookie", string>,
) {
  const form = new FormData();
  form.set("register", "cqc");
  form.set("file", await openAsBlob(file), path.basename(file));
  const headers = { cookie, origin };
  const sent = await fetch(`${origin}/admin/imports/upload`, {
    method: "POST",
    body: form,
    headers,
    redirect: "manual",
  });
  const page = new URL(sent.headers.get("location") ?? "", origin).pathname;
  if (!/uploads\/\d+$/.test(page)) throw new Error(`Uploading ${file} led to ${page}`);
  const shown = await comesTo(browser, page, "What the file would change");
  await browser.send(page, fieldsOf(shown, "upload"));
  await comesTo(browser, page, "The file was imported");
}

async function comesTo(browser: Browser, page: string, heading: string): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const shown = await browser.open(page);
    const words = wordsIn(shown);
    if (words.includes(heading)) return shown;
    if (/The file was not imported|The import stopped/.test(words))
      throw new Error(`${page} stopped before “${heading}”: ${words}`);
    await pause(1000);
  }
  throw new Error(`${page} did not come to ${heading}`);
}

const wordsIn = (page: string) =>
  (/<main[\s\S]*?<\/main>/.exec(page)?.[0] ?? "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 600);

function* directory(count: number): Generator<readonly string[]> {
  yield directoryColumns;
  yield* directoryLines(count);
}

/** The most memory that a process has taken since it started. */
const mostMegabytes = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);

void main().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
