import type { Actor, Transaction } from "@/lib/db";
import { transact } from "@/lib/db";
import { done, refused, type Outcome } from "@/lib/outcome";
import { hashOf, type SourceFile } from "@/lib/sheets/source-file";
import { Unreadable, unreadableFile } from "@/lib/sheets/unreadable";
import { Tally, type ImportReport } from "./tally";

/** A file to import, and how. */
export interface ImportAsked {
  file: SourceFile;
  now: Date;
  /** Report what would change, and change nothing. */
  dryRun?: boolean;
  /** The file is the whole register: locations that are not in it are closed. */
  full?: boolean;
  /** How many locations it may close or empty, if that is more than a complete and correct file ever would. */
  close?: number | undefined;
  /** Called from time to time with the number of lines read. */
  progress?: (rows: number) => void;
}

export type ImportWork = (tx: Transaction, asked: ImportAsked, tally: Tally) => Promise<void>;

const longest = 30 * 60_000;

/** One lock for all registers, because they write to the same tables. */
const importLock = 7_402_611_903n;

class ChangeNothing extends Error {}

/**
 * Runs an import: one at a time, in one transaction that keeps everything or nothing, with a row in `import_run` that
 * says what was read, who read it, and the result. A file that cannot be read is refused with a sentence that says why.
 * A dry run is undone at the end, but its row is kept.
 */
export async function runImport(
  actor: Actor,
  register: string,
  asked: ImportAsked,
  work: ImportWork,
): Promise<Outcome<ImportReport>> {
  const { file, dryRun = false } = asked;
  const tally = new Tally();
  const reason = `Import of ${file.name}`;
  const run = { register, fileName: file.name, dryRun };
  try {
    const fileHash = await hashOf(file);
    const report = () => tally.report({ ...run, fileHash });
    const started = performance.now();
    const finish = (tx: Transaction) => keepRun(tx, actor, report(), asked.now, performance.now() - started);
    await transact(
      actor,
      reason,
      async (tx) => {
        await begin(tx);
        await work(tx, asked, tally);
        if (tally.rows === 0)
          throw unreadableFile(
            { file: file.name },
            "there are no rows under its headings. It may be incomplete: download it again.",
          );
        if (dryRun) throw new ChangeNothing();
        await finish(tx);
      },
      { timeout: longest },
    ).catch(async (error: unknown) => {
      if (!(error instanceof ChangeNothing)) throw error;
      await transact(actor, reason, finish);
    });
    return done(report());
  } catch (error) {
    if (error instanceof Unreadable) return refused({ message: error.message, field: "file" });
    throw error;
  }
}

async function begin(tx: Transaction): Promise<void> {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${importLock}) as free`;
  if (!lock?.free) throw new Unreadable("Another import is running. Try again when it has finished.");
  await tx.$queryRaw`
    select set_config('capacity.bulk', 'on', true), set_config('idle_in_transaction_session_timeout', '600000', true),
           set_config('work_mem', '64MB', true)`;
}

async function keepRun(tx: Transaction, actor: Actor, report: ImportReport, now: Date, took: number): Promise<void> {
  const { reasons, notices, bulk: _, ...counts } = report;
  await tx.importRun.create({
    data: {
      ...counts,
      startedAt: now,
      finishedAt: new Date(now.getTime() + took),
      actor: "system" in actor ? actor.system : actor.email,
      notices: [...reasons.map((noted) => ({ ...noted, skipped: true })), ...notices.map((noted) => ({ ...noted }))],
    },
  });
}
