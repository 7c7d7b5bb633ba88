import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";

/** How many bytes of a password's SHA-1 the file keeps: eight tell a thousand million apart. */
export const digestBytes = 8;

/**
 * Is this password in a file of stolen ones? The file is what `npm run import:breached` makes of Have I Been Pwned's
 * list: the first eight bytes of each SHA-1, in order. About thirty reads; nothing leaves this machine.
 */
export async function isBreached(password: string, path: string): Promise<boolean> {
  const wanted = createHash("sha1").update(password).digest().subarray(0, digestBytes);
  const file = await open(path, "r");
  try {
    return await has(file, wanted);
  } finally {
    await file.close();
  }
}

async function has(file: FileHandle, wanted: Buffer): Promise<boolean> {
  const entry = Buffer.alloc(digestBytes);
  let low = 0;
  let high = Math.floor((await file.stat()).size / digestBytes);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    await file.read(entry, 0, digestBytes, middle * digestBytes);
    const order = entry.compare(wanted);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}
