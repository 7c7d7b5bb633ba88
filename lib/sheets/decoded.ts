import iconv from "iconv-lite";
import { sheetBounds, unstorableCharacter } from "./rows";
import { unreadableFile } from "./unreadable";

const lineBreak = 0x0a;

/** Called with the number of each line that is not UTF-8. */
export type LineTold = (line: number) => void;

/**
 * The text of a stream of bytes: UTF-8, with or without its mark. A byte that is not valid UTF-8 is read as
 * Windows-1252, in which many NHS files are written, and `notUtf8` is called with its line; the rest of the file is
 * still read as UTF-8. Bytes are decoded in whole lines, so that no letter is cut in two. A line without an end is
 * passed on for its reader to refuse.
 */
export async function* decoded(bytes: AsyncIterable<Buffer>, file: string, notUtf8?: LineTold): AsyncIterable<string> {
  const decoder = new Decoder(file, notUtf8);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(lineBreak) + 1;
    if (end === 0) {
      rest = Buffer.concat([rest, chunk]);
      if (rest.length <= sheetBounds.line) continue;
      yield decoder.decode(rest);
      rest = Buffer.alloc(0);
      continue;
    }
    yield decoder.decode(Buffer.concat([rest, chunk.subarray(0, end)]));
    rest = chunk.subarray(end);
  }
  if (rest.length > 0) yield decoder.decode(rest);
}

class Decoder {
  private readonly utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private line = 1;

  constructor(
    private readonly file: string,
    private readonly notUtf8: LineTold | undefined,
  ) {}

  decode(bytes: Buffer): string {
    const first = this.line === 1;
    const text = this.whole(bytes) ?? this.lineByLine(bytes);
    return first && text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  private whole(bytes: Buffer): string | undefined {
    const text = this.asUtf8(bytes);
    if (text !== undefined) this.line += breaksIn(bytes);
    return text;
  }

  private lineByLine(bytes: Buffer): string {
    let text = "";
    for (let from = 0; from < bytes.length; this.line++) {
      const at = bytes.indexOf(lineBreak, from);
      const end = at < 0 ? bytes.length : at + 1;
      const line = bytes.subarray(from, end);
      text += this.asUtf8(line) ?? this.mixed(line);
      from = end;
    }
    return text;
  }

  private asUtf8(bytes: Buffer): string | undefined {
    try {
      return this.utf8.decode(bytes);
    } catch {
      return undefined;
    }
  }

  /** In Node 20 the built-in Windows-1252 decoder is really Latin-1, which would lose dashes and curly quotes. */
  private mixed(line: Buffer): string {
    this.notUtf8?.(this.line);
    const text = line.toString("latin1").replace(beyondAscii, (letters) => {
      const some = Buffer.from(letters, "latin1");
      return (letters.length > 1 ? this.asUtf8(some) : undefined) ?? iconv.decode(some, "windows-1252");
    });
    if (text.includes("\uFFFD")) throw unreadableFile({ file: this.file, line: this.line }, unstorableCharacter);
    return text;
  }
}

/** Matches what may be one UTF-8 letter, or else a single byte. */
const beyondAscii = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g;

function breaksIn(bytes: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, at + 1)) found++;
  return found;
}
