import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { sheetBounds } from "./rows";
import { Unreadable, unreadableFile, type FilePosition } from "./unreadable";

/** The events while XML is read. */
export interface XmlEvents {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
  /** Where we are in the spreadsheet. */
  here?(): FilePosition;
}

/**
 * Reads XML as a stream and calls the events. A document type is refused: genuine spreadsheets have none, and dangerous
 * entities are declared in one. Endless nesting and endless pieces, which would fill the memory, are refused too.
 * `taken` is called after each piece and passes on what has been gathered.
 */
export async function* throughXml<T>(
  stream: Readable,
  file: string,
  events: XmlEvents,
  taken: () => T[],
): AsyncIterable<T[]> {
  const here = () => events.here?.() ?? { file };
  const damaged = ({ message }: Error) =>
    unreadableFile(here(), `this spreadsheet is damaged (${message.trim().replace(/\.$/, "")}). Download it again.`);
  const refused = (why: string) => unreadableFile(here(), `this spreadsheet is refused: ${why}.`);
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  let silent = 0;
  parser.on("opentag", (tag) => {
    silent = 0;
    if (++depth > sheetBounds.depth) throw refused(`its tags are more than ${sheetBounds.depth} deep`);
    events.open(tag.name, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    silent = 0;
    depth--;
    events.close(tag.name);
  });
  parser.on("text", (text) => events.text(text));
  parser.on("doctype", () => {
    throw refused("it declares a document type");
  });
  parser.on("error", (error) => {
    throw damaged(error);
  });
  const decoder = new TextDecoder("utf-8");
  try {
    for await (const chunk of stream) {
      silent += (chunk as Buffer).length;
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      if (silent > sheetBounds.line) throw refused("a piece of it has no end");
      const gathered = taken();
      if (gathered.length > 0) yield gathered;
    }
    parser.close();
    const gathered = taken();
    if (gathered.length > 0) yield gathered;
  } catch (error) {
    throw error instanceof Unreadable || !isBroken(error) ? error : damaged(error);
  }
}

/** Did unpacking fail, rather than our own code? */
const isBroken = (error: unknown): error is Error =>
  error instanceof Error &&
  ("code" in error
    ? String(error.code).startsWith("Z_")
    : /invalid|too many bytes|too few bytes|not enough bytes/i.test(error.message));
