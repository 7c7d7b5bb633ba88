import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { ReceiptInFull } from "@/lib/returns/queries";
import { receiptFigures, receiptLines, type ReceiptLine } from "@/lib/returns/receipt-words";

/** What a receipt on paper shows. */
export interface PrintedReceipt {
  receipt: ReceiptInFull;
  service: string;
  origin: string;
}

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** PDF's own Helvetica has Western European letters alone: Łucja and Tŷ Gwyn would print as other words. */
const fonts = join(process.cwd(), "node_modules/@expo-google-fonts/arimo");
const regular = join(fonts, "400Regular/Arimo_400Regular.ttf");
const bold = join(fonts, "700Bold/Arimo_700Bold.ttf");

/** What pdfkit knows and its types do not yet. */
const universallyAccessible = "PDF/UA" as string as NonNullable<PDFKit.PDFDocumentOptions["subset"]>;
const headsRow: object = { scope: "Row" };

const ink = "#212b32";
const grey = "#4c6272";
const line = "#d8dde0";
const edge = 36;
const width = 595.28 - 2 * edge;
const labelWidth = width * 0.42;
const gap = 8;
const valueAt = edge + labelWidth;
const valueWidth = width - labelWidth;
const bottom = 841.89 - 44;

/**
 * The receipt on paper: what it proves, then what was filed. Tagged, so that it is read aloud in order, each figure
 * after what it is called.
 */
export async function receiptDocument({ receipt, service, origin }: PrintedReceipt): Promise<Uint8Array> {
  const title = `Receipt ${receipt.reference}`;
  const document = new PDFDocument({
    size: "A4",
    margins: { top: edge, left: edge, right: edge, bottom: 0 },
    pdfVersion: "1.7",
    subset: universallyAccessible,
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    bufferPages: true,
    font: regular,
    info: { Title: title, Author: service, CreationDate: receipt.submittedAt },
  });
  const parts: Uint8Array[] = [];
  document.on("data", (part: Uint8Array) => parts.push(part));
  const whole = new Promise((done) => document.on("end", done));

  const root = document.struct("Document");
  document.addStructure(root);
  says(document, root, "P", () => document.fontSize(10).fillColor(grey).text(service, edge, edge));
  says(document, root, "H1", () => document.moveDown(0.3).font(bold).fontSize(18).fillColor(ink).text(title));
  document.moveDown(0.3);
  writeLines(document, root, receiptLines(receipt));
  for (const { title, lines } of receiptFigures(receipt)) {
    keepTogether(document, 60);
    says(document, root, "H2", () =>
      document
        .font(bold)
        .fontSize(12)
        .text(title, edge, document.y + gap),
    );
    writeLines(document, root, lines);
  }
  writeFeet(
    document,
    root,
    `Check that this receipt is genuine at ${origin}/receipts/check with its reference and check code.`,
  );
  root.end();
  document.end();
  await whole;
  return Buffer.concat(parts);
}

/** Writes words as one element, at its place in what is read. */
function says(document: Document, parent: Element, tag: string, write: () => void, options: object = {}): void {
  const words = document.markStructureContent(tag);
  write();
  document.endMarkedContent();
  parent.add(document.struct(tag, options, [words]));
}

/** A table of two columns, whose rows never break across pages. */
function writeLines(document: Document, parent: Element, lines: readonly ReceiptLine[]): void {
  const table = document.struct("Table");
  parent.add(table);
  for (const [label, value] of lines) {
    document.font(regular).fontSize(10).fillColor(ink);
    const options = { label: { width: labelWidth - gap }, value: { width: valueWidth } };
    const height = Math.max(
      document.heightOfString(label, options.label),
      document.heightOfString(value, options.value),
    );
    keepTogether(document, height + 4);
    const top = document.y + 2;
    const row = document.struct("TR");
    table.add(row);
    says(document, row, "TH", () => document.text(label, edge, top, options.label), headsRow);
    says(document, row, "TD", () => document.text(value, valueAt, top, options.value));
    row.end();
    drawRule(document, top + height + 2);
    document.y = top + height + 2.5;
  }
  table.end();
}

function keepTogether(document: Document, height: number): void {
  if (document.y + height > bottom) document.addPage();
}

/** Lines are nothing to read. */
function drawRule(document: Document, at: number): void {
  document.markContent("Artifact", { type: "Layout" });
  document
    .moveTo(edge, at)
    .lineTo(edge + width, at)
    .lineWidth(0.5)
    .strokeColor(line)
    .stroke();
  document.endMarkedContent();
}

/** At the foot of each page; read once, at the end. */
function writeFeet(document: Document, root: Element, words: string): void {
  const { start, count } = document.bufferedPageRange();
  const write = () =>
    document
      .font(regular)
      .fontSize(8)
      .fillColor(grey)
      .text(words, edge, bottom + 8, { width });
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    if (page === start + count - 1) says(document, root, "P", write);
    else {
      document.markContent("Artifact", { type: "Pagination" });
      write();
      document.endMarkedContent();
    }
  }
}
