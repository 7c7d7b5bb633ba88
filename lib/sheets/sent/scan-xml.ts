/** The events while a part's XML is read. Names come without their prefix; attributes are unparsed text. */
export interface Scanned {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** The part is not XML that a spreadsheet program would write. */
export class BrokenXml extends Error {}

/**
 * Reads the XML of one part of a workbook, in a tenth of the time of a general parser, because it only checks that
 * every tag is closed. A document type is refused, so no entity can be declared.
 */
export function scanXml(xml: string, on: Scanned): void {
  let at = 0;
  let depth = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag < 0) break;
    if (tag > at && depth > 0) on.text(decodedXml(xml.slice(at, tag)));
    const mark = xml.charCodeAt(tag + 1);
    if (mark === bang || mark === question) {
      at = aside(xml, tag, on);
      continue;
    }
    const end = endOfTag(xml, tag);
    const closing = mark === slash;
    const empty = xml.charCodeAt(end - 1) === slash;
    let nameEnd = tag + (closing ? 2 : 1);
    let nameStart = nameEnd;
    for (; nameEnd < end; nameEnd++) {
      const code = xml.charCodeAt(nameEnd);
      if (code === colon) nameStart = nameEnd + 1;
      else if (code <= space || code === slash) break;
    }
    const name = xml.slice(nameStart, nameEnd);
    if (closing) {
      if (--depth < 0) throw new BrokenXml();
      on.close(name);
    } else {
      on.open(name, xml.slice(nameEnd, empty ? end - 1 : end));
      if (empty) on.close(name);
      else if (++depth > deepest) throw new BrokenXml();
    }
    at = end + 1;
  }
  if (depth !== 0) throw new BrokenXml();
}

const [bang, question, slash, colon, space] = [0x21, 0x3f, 0x2f, 0x3a, 0x20];
const deepest = 100;

/** Comments and processing instructions are skipped; CDATA is plain text. */
function aside(xml: string, tag: number, on: Scanned): number {
  const [start, stop] = xml.startsWith("<!--", tag)
    ? ["<!--", "-->"]
    : xml.startsWith("<![CDATA[", tag)
      ? ["<![CDATA[", "]]>"]
      : ["<?", "?>"];
  if (!xml.startsWith(start, tag)) throw new BrokenXml();
  const end = xml.indexOf(stop, tag + start.length);
  if (end < 0) throw new BrokenXml();
  if (start === "<![CDATA[") on.text(xml.slice(tag + start.length, end));
  return end + stop.length;
}

/** A ">" inside quotation marks does not end a tag. */
function endOfTag(xml: string, tag: number): number {
  let end = xml.indexOf(">", tag);
  let quote = xml.indexOf('"', tag);
  while (end >= 0 && quote >= 0 && quote < end) {
    const closed = xml.indexOf('"', quote + 1);
    if (closed < 0) throw new BrokenXml();
    if (closed > end) end = xml.indexOf(">", closed);
    quote = xml.indexOf('"', closed + 1);
  }
  if (end < 0) throw new BrokenXml();
  return end;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with the five named and all numbered entities decoded; other entities are left unchanged. */
const decodedXml = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities[String(name)] ?? whole;
        const code = decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : text;

/** One attribute of a tag, or undefined. */
export function attributeIn(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > space && before !== colon) continue;
    const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (found) return decodedXml(found[1] ?? found[2] ?? "");
  }
  return undefined;
}
