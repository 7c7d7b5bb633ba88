import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";

/** A posted form with one file, which lies in a folder of its own under a name of ours. */
export interface Received {
  fields: Map<string, string>;
  path: string;
  name: string;
  bytes: number;
  /** The file was larger than is allowed; no more of it than that was kept. */
  tooLarge: boolean;
}

const mostFields = 20;

/**
 * Reads a posted form as it arrives: its file goes to the disk and never whole into memory. The rest of a file that is
 * too large is read and thrown away, because a browser shows no answer to a form it could not finish sending. Null for
 * what is not such a form or was cut off. Whatever `use` does, the file is gone afterwards.
 */
export async function receiveUpload<T>(
  body: ReadableStream<Uint8Array> | null,
  contentType: string | null,
  mostBytes: number,
  use: (received: Received | null) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-register-"));
  try {
    const at = path.join(folder, "upload");
    return await use(body && (await read(body, contentType ?? "", mostBytes, at).catch(() => null)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(body: ReadableStream<Uint8Array>, type: string, mostBytes: number, at: string): Promise<Received> {
  const limits = { files: 1, fields: mostFields, fieldSize: 1_000, fileSize: mostBytes };
  const form = busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  const received: Received = { fields: new Map(), path: at, name: "", bytes: 0, tooLarge: false };
  let written: Promise<void> = Promise.resolve();
  form.on("field", (name, value) => received.fields.set(name, value));
  form.on("file", (_field, file, { filename }) => {
    received.name = shownName(filename);
    file.on("limit", () => (received.tooLarge = true));
    file.on("data", (chunk: Buffer) => (received.bytes += chunk.length));
    written = pipeline(file, createWriteStream(at));
    written.catch((fault: unknown) => form.destroy(fault as Error));
  });
  await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), form);
  await written;
  return received;
}

/** A file's name as it may be shown; it is part of no path. */
const shownName = (name: string | undefined) =>
  (name ?? "")
    .replace(/[^\p{L}\p{N} ._()-]+/gu, " ")
    .trim()
    .slice(-80) || "The file";
