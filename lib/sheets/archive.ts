import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import yauzl from "yauzl";
import { unreadableFile } from "./unreadable";

/** A zip file whose list of contents has been checked; nothing has been unpacked yet. */
export interface Archive {
  names: string[];
  /** The bytes of one part, unpacked as they are read. */
  open(name: string): Promise<Readable>;
  close(): void;
}

/** The limits for a zip file: number of parts, bytes once unpacked, and how tightly it is packed. */
export interface ArchiveBounds {
  readonly parts: number;
  readonly unpacked: number;
  readonly ratio: number;
  /** Parts of fewer bytes than this may be packed as tightly as they like. */
  readonly small: number;
}

/** Limits well above the largest genuine file: a national register has 7 parts, and 450 MB packed to 24. */
const ofLargeFiles: ArchiveBounds = { parts: 2_000, unpacked: 3_000_000_000, ratio: 250, small: 5_000_000 };

/**
 * Opens a zip file and refuses a hostile one from its list of contents alone: too many parts, too large once unpacked,
 * packed too tightly to be genuine, overlapping or encrypted. The true size of each part is checked while it is read.
 */
export async function openArchive(path: string, file: string, bounds: ArchiveBounds = ofLargeFiles): Promise<Archive> {
  const zip = await opened(path).catch(() => {
    throw unreadableFile({ file }, "this zip archive is incomplete. Download it again.");
  });
  try {
    const entries = await contents(zip, file, bounds);
    return {
      names: [...entries.keys()],
      open: (name) => part(zip, entries.get(name), name, file),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const opened = (path: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

async function contents(zip: yauzl.ZipFile, file: string, limits: ArchiveBounds): Promise<Map<string, yauzl.Entry>> {
  const refuse = (why: string) => unreadableFile({ file }, `this archive is refused: ${why}.`);
  if (zip.entryCount > limits.parts) throw refuse(`it holds ${zip.entryCount} parts, more than ${limits.parts}`);
  const entries = new Map<string, yauzl.Entry>();
  let packed = 0;
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) => {
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (entry.isEncrypted()) return reject(refuse("it is encrypted"));
      if (entries.has(entry.fileName)) return reject(refuse(`it holds ${entry.fileName} twice`));
      if (entry.uncompressedSize > limits.small && ratio > limits.ratio)
        return reject(refuse(`${entry.fileName} would grow ${Math.round(ratio)} times when unpacked`));
      if (unpacked > limits.unpacked)
        return reject(refuse(`it would unpack to more than ${Math.round(limits.unpacked / 1_000_000)} MB`));
      if (packed > zip.fileSize) return reject(refuse("its parts overlap"));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", resolve);
    zip.on("error", (error: Error) => reject(refuse(error.message)));
    zip.readEntry();
  });
  return entries;
}

const part = (zip: yauzl.ZipFile, entry: yauzl.Entry | undefined, name: string, file: string): Promise<Readable> =>
  new Promise((resolve, reject) => {
    if (entry === undefined) return reject(unreadableFile({ file }, `the archive has no part ${name}.`));
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(unreadableFile({ file }, `${name} cannot be unpacked (${error.message}).`)) : resolve(stream),
    );
  });

/** The bytes of a gzipped file, unpacked as they are read. A file that grows too large is refused while it is read. */
export async function* gunzipped(
  path: string,
  file: string,
  limits: ArchiveBounds = ofLargeFiles,
): AsyncIterable<Buffer> {
  const { size } = await stat(path);
  const bytes = pipeline(createReadStream(path), createGunzip(), () => undefined);
  let unpacked = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    unpacked += chunk.length;
    if (unpacked > limits.unpacked || (unpacked > limits.small && unpacked > limits.ratio * size))
      throw unreadableFile({ file }, "this archive is refused: it grows too much when it is unpacked.");
    yield chunk;
  }
}
