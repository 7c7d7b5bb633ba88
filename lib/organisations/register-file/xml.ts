import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { Unreadable, unreadable } from "./unreadable";

/** What is called while XML goes by. */
export interface XmlEvents {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML as a stream and calls the events. A document type is refused: true spreadsheets have none, and entities
 * that point outside or grow are declared in one. `taken` is asked after each piece and hands on what was gathered.
 */
export async function* throughXml<T>(
  stream: Readable,
  file: string,
  events: XmlEvents,
  taken: () => T[],
): AsyncIterable<T[]> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on("opentag", (tag) => events.open(tag.name, tag.attributes));
  parser.on("closetag", (tag) => events.close(tag.name));
  parser.on("text", (text) => events.text(text));
  parser.on("doctype", () => {
    throw unreadable({ file }, "this spreadsheet is refused: it declares a document type.");
  });
  parser.on("error", (error) => {
    throw unreadable({ file }, `this spreadsheet is damaged (${error.message.trim()}). Download it again.`);
  });
  const decoder = new TextDecoder("utf-8");
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      const gathered = taken();
      if (gathered.length > 0) yield gathered;
    }
    parser.close();
    const gathered = taken();
    if (gathered.length > 0) yield gathered;
  } catch (error) {
    throw error instanceof Unreadable || !isBroken(error)
      ? error
      : unreadable({ file }, `this spreadsheet is damaged (${error.message}). Download it again.`);
  }
}

/** Did unpacking fail, rather than something of ours? */
const isBroken = (error: unknown): error is Error =>
  error instanceof Error &&
  ("code" in error
    ? String(error.code).startsWith("Z_")
    : /invalid|too many bytes|too few bytes|not enough bytes/i.test(error.message));
