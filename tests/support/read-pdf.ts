import { inflateSync } from "node:zlib";

/** One element of what a PDF says is read: its kind, the page it is on, and its words or what it holds. */
export interface PdfElement {
  kind: string;
  scope: string | null;
  words: string;
  holds: PdfElement[];
}

/** What a PDF tells a screen reader: its language and title, and its elements in the order they are read. */
export interface ReadPdf {
  catalog: string;
  info: string;
  metadata: string;
  pages: number;
  read: PdfElement[];
  /** Words drawn outside everything that is read and not marked as decoration. */
  unread: string[];
}

/** Reads our receipts: enough of PDF for what pdfkit writes, and no more. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, { body: string; stream: Buffer | null }>();
  for (const [, id = "", body = ""] of text.matchAll(/\n(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const at = body.indexOf("stream\n");
    const raw = at < 0 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf("\nendstream")), "latin1");
    const head = at < 0 ? body : body.slice(0, at);
    objects.set(Number(id), { body: head, stream: raw && (head.includes("FlateDecode") ? inflateSync(raw) : raw) });
  }
  const body = (id: number) => objects.get(id)?.body ?? "";
  const streamOf = (id: number) => objects.get(id)?.stream?.toString("latin1") ?? "";
  const refer = (from: string, key: string) => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(from)?.[1] ?? 0);
  const refersIn = (list: string) => [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const catalog = body(refer(trailer, "Root"));
  const pages = refersIn(/\/Kids \[(.*?)\]/s.exec(body(refer(catalog, "Pages")))?.[1] ?? "");
  const marked = new Map<string, string>();
  const unread: string[] = [];
  for (const page of pages) {
    const { inside, outside } = wordsOf(streamOf(refer(body(page), "Contents")), (font) =>
      letters(streamOf(refer(body(refer(fontsOf(body(page), body), font)), "ToUnicode"))),
    );
    for (const [mark, words] of inside) marked.set(`${page}/${mark}`, words);
    unread.push(...outside);
  }
  const element = (id: number): PdfElement => {
    const own = body(id);
    const kids = /\/K \[(.*?)\]\n/s.exec(own)?.[1] ?? /\/K (\d+ 0 R|\d+)\n/.exec(own)?.[1] ?? "";
    const page = refer(own, "Pg");
    const marks = [...kids.replace(/\d+ 0 R/g, "").matchAll(/(?:\/MCID )?(\d+)/g)].map(([, mark]) => mark);
    return {
      kind: /\/S \/(\w+)/.exec(own)?.[1] ?? "",
      scope: /\/Scope \/(\w+)/.exec(own)?.[1] ?? null,
      words: marks.map((mark) => marked.get(`${page}/${mark}`) ?? "?").join(""),
      holds: refersIn(kids.replace(/\/Pg \d+ 0 R/g, "")).map(element),
    };
  };
  const root = body(refer(catalog, "StructTreeRoot"));
  return {
    catalog: catalog + body(refer(catalog, "MarkInfo")) + body(refer(catalog, "ViewerPreferences")),
    info: body(refer(trailer, "Info")),
    metadata: streamOf(refer(catalog, "Metadata")),
    pages: pages.length,
    read: refersIn(/\/K \[(.*?)\]/s.exec(root)?.[1] ?? "").map(element),
    unread,
  };
}

const fontsOf = (page: string, body: (id: number) => string): string => {
  const resources = body(Number(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? 0));
  return /\/Font <<(.*?)>>/s.exec(resources)?.[1] ?? "";
};

/** Which letters a font's glyphs stand for. */
function letters(map: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, from = "", , list = ""] of map.matchAll(/<(\w{4})> <(\w{4})> \[(.*?)\]/gs))
    [...list.matchAll(/<(\w+)>/g)].forEach(([, hex = ""], nth) => {
      const code = (parseInt(from, 16) + nth).toString(16).padStart(4, "0");
      found.set(code, Buffer.from(hex, "hex").swap16().toString("utf16le"));
    });
  return found;
}

/** The words of a page by their mark, and those that have none. */
function wordsOf(content: string, lettersOf: (font: string) => Map<string, string>) {
  const inside = new Map<string, string>();
  const outside: string[] = [];
  const open: string[] = [];
  let font = new Map<string, string>();
  for (const [, mark, artifact, end, name, shown] of content.matchAll(
    /\/\w+ <<\s*\/MCID (\d+)\s*>> BDC|(\/Artifact (?:<<[^>]*>> BDC|BMC))|(\bEMC\b)|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gs,
  )) {
    if (mark !== undefined) open.push(mark);
    else if (artifact !== undefined) open.push("artifact");
    else if (end !== undefined) open.pop();
    else if (name !== undefined) font = lettersOf(name);
    else if (shown !== undefined) {
      const words = [...shown.matchAll(/<(\w+)>/g)]
        .flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? [])
        .map((code) => font.get(code) ?? "�")
        .join("");
      const at = open.at(-1);
      if (at === undefined) outside.push(words);
      else inside.set(at, (inside.get(at) ?? "") + words);
    }
  }
  return { inside, outside };
}
