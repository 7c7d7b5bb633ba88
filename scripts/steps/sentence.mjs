/** A failure whose message says all that the reader needs. It is shown without a stack trace. */
export class Sentence extends Error {}

const DISK_FULL = /ENOSPC|No space left on device|could not (extend|write to) file|EDQUOT/;

/** Whether an error, or a program's output, comes from a full disk. */
export const isDiskFull = (trouble) =>
  trouble?.code === "ENOSPC" || trouble?.code === "EDQUOT" || DISK_FULL.test(String(trouble?.message ?? trouble));

export const diskFull = (where = process.cwd()) =>
  new Sentence(`The disk is full: free some space in ${where} and start again.`);

/** Runs a command. A refusal becomes one sentence on stderr and exit code 1. */
export async function inOneSentence(body) {
  try {
    await body();
  } catch (error) {
    if (error.name === "Stopped") return;
    const shown = isDiskFull(error) ? diskFull() : error;
    console.error(shown instanceof Sentence ? shown.message : shown);
    process.exitCode = 1;
  }
}
