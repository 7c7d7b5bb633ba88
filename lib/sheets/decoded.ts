import { most } from "./rows";

const lineBreak = 0x0a;

/**
 * Text of a stream of bytes: UTF-8, with or without its mark, until something is not; from there Windows-1252, which
 * the NHS's files are written in. Decided at line breaks, so that no letter is cut in two; a line that has no end is
 * handed on for its reader to refuse.
 */
export async function* decoded(bytes: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decode = decoder();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(lineBreak) + 1;
    if (end === 0) {
      rest = Buffer.concat([rest, chunk]);
      if (rest.length <= most.line) continue;
      yield decode(rest);
      rest = Buffer.alloc(0);
      continue;
    }
    yield decode(Buffer.concat([rest, chunk.subarray(0, end)]));
    rest = chunk.subarray(end);
  }
  if (rest.length > 0) yield decode(rest);
}

function decoder(): (bytes: Buffer) => string {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const windows = new TextDecoder("windows-1252");
  let first = true;
  let isUtf8 = true;
  return (bytes) => {
    const text = isUtf8 ? attempt(() => utf8.decode(bytes)) : undefined;
    isUtf8 = text !== undefined;
    const decodedText = text ?? windows.decode(bytes);
    const marked = first && decodedText.startsWith("\uFEFF");
    first = false;
    return marked ? decodedText.slice(1) : decodedText;
  };
}

function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
